using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Layers;

/// <summary>A valid network: its layers with names, shapes and parameters, ready to be lowered.</summary>
internal sealed class Network
{
    /// <summary>The shape of an example; with several inputs all of their elements, one input behind the other.</summary>
    public required Shape Input { get; init; }

    /// <summary>The inputs where there are several, in the order of the towers.</summary>
    public required IReadOnlyList<NetworkInput> Inputs { get; init; }

    /// <summary>The features that are ids.</summary>
    public required IReadOnlyList<TokenRange> Tokens { get; init; }

    /// <summary>The shape of a prediction; with several outputs all of their elements, one output behind the other.</summary>
    public required Shape Output { get; init; }

    /// <summary>What stands between the input and the loss.</summary>
    public required NetworkBranch Trunk { get; init; }

    /// <summary>The loss, or null for a model that only predicts or has several outputs.</summary>
    public required (LossKind Kind, LayerSpec Spec)? Loss { get; init; }

    /// <summary>The outputs where there are several, in source order.</summary>
    public required IReadOnlyList<NetworkHead> Heads { get; init; }

    /// <summary>The layers, those of a repeated block once.</summary>
    public IEnumerable<NetworkLayer> Layers => Trunk.Layers.Concat(Heads.SelectMany(head => head.Branch.Layers));

    public IEnumerable<NetworkParameter> Parameters => Layers.SelectMany(layer => layer.Parameters);

    /// <summary>All steps of the trunk and of the heads.</summary>
    public IEnumerable<NetworkNode> Nodes => Trunk.Nodes.Concat(Heads.SelectMany(head => head.Branch.Nodes));

    public long TrainedSize => Nodes.Sum(node => node.TrainedSize);

    /// <summary>Whether there is something to minimise.</summary>
    public bool IsTrained => Loss is not null || Heads.Count > 0;

    /// <summary>What the loss compares the prediction with; with several outputs the targets of all of them, one behind the other, class indices as numbers.</summary>
    public LossTarget Target => Heads.Count > 0
        ? new LossTarget(IsLabels: false, new Shape((int)Heads.Sum(head => head.Target.Shape.Size)), ClassCount: 0)
        : Loss is var (kind, spec) ? kind.Target(spec, Output) : LossTarget.None;
}

/// <summary>One of several inputs.</summary>
/// <param name="Name">The name of the tower that starts with it.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record NetworkInput(string Name, Shape Shape)
{
    /// <summary>The input that a branch starts with, and behind it the lengths of its examples, if they have any.</summary>
    public static IEnumerable<NetworkInput> Of(string name, NetworkBranch branch) => branch.LengthOffset is null
        ? [new NetworkInput(name, branch.Input)]
        : [new NetworkInput(name, branch.Input), new NetworkInput(branch.Path.Length == 0 ? "lengths" : $"{name}.lengths", new Shape(1))];
}

/// <summary>Features of an example that are ids.</summary>
/// <param name="Offset">The first.</param>
/// <param name="Count">How many.</param>
internal sealed record TokenRange(int Offset, int Count)
{
    /// <summary>Whether it is the length of the example instead.</summary>
    public bool IsLength { get; init; }

    /// <summary>One more than the largest id that every embedding has a row for.</summary>
    public int Vocabulary { get; private set; } = int.MaxValue;

    /// <summary>Takes note of an embedding with so many rows.</summary>
    public void Limit(int rows) => Vocabulary = Math.Min(Vocabulary, rows);
}

/// <summary>One of several outputs: a block that ends with a loss.</summary>
/// <param name="Branch">Its layers.</param>
/// <param name="Kind">Its loss.</param>
/// <param name="Spec">What was written of the loss.</param>
/// <param name="Output">What was written of the output.</param>
internal sealed record NetworkHead(NetworkBranch Branch, LossKind Kind, LayerSpec Spec, LayerSpec Output)
{
    /// <summary>What the loss counts in the sum.</summary>
    public double Weight => OutputLayer.Weight(Output);

    public LossTarget Target => Kind.Target(Spec, Branch.Output);
}
