using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A valid network: its layers with names, shapes and parameters, ready to be lowered.</summary>
internal sealed class Network
{
    public required Shape Input { get; init; }

    /// <summary>The shape of a prediction.</summary>
    public required Shape Output { get; init; }

    /// <summary>The layers between the input and the loss.</summary>
    public required IReadOnlyList<NetworkLayer> Layers { get; init; }

    /// <summary>The loss, or null for a model that only predicts.</summary>
    public required (LossKind Kind, LayerSpec Spec)? Loss { get; init; }

    public IEnumerable<NetworkParameter> Parameters => Layers.SelectMany(layer => layer.Parameters);

    public LossTarget Target => Loss is var (kind, spec) ? kind.Target(spec, Output) : LossTarget.None;
}

/// <summary>A layer in its place.</summary>
internal sealed record NetworkLayer(
    string Name, TransformKind Kind, LayerSpec Spec, Shape Input, Shape Output, IReadOnlyList<NetworkParameter> Parameters)
{
    /// <summary>The number of its trained parameters.</summary>
    public long TrainedSize => Parameters.Where(parameter => !parameter.Spec.IsBuffer).Sum(parameter => parameter.Spec.Shape.Size);
}

/// <summary>A parameter in its place.</summary>
/// <param name="Index">Its number among the model's parameters.</param>
/// <param name="Name">Its name in weight files, such as <c>dense1.weight</c>.</param>
/// <param name="Spec">What its layer says about it.</param>
internal sealed record NetworkParameter(int Index, string Name, ParameterSpec Spec)
{
    /// <summary>Its first element in the flat arrays, known when all sizes are.</summary>
    public int Offset { get; set; }
}
