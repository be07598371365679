using ModelDsl;

namespace QualityInspection;

/// <summary>What a network thinks of parts.</summary>
/// <param name="Parts">The parts.</param>
/// <param name="Probabilities">The probability of each condition, one part after the other.</param>
internal sealed record Inspection(Parts Parts, float[] Probabilities)
{
    /// <summary>How often each condition was seen for each true one.</summary>
    public ConfusionMatrix Confusion { get; } = ConfusionMatrix.FromScores<float>(Probabilities, Parts.Labels);

    /// <summary>The probabilities of one part.</summary>
    /// <param name="index">Which part, from 0.</param>
    public ReadOnlySpan<float> Of(int index) => Probabilities.AsSpan(index * Parts.Names.Length, Parts.Names.Length);

    /// <summary>The condition with the greatest probability.</summary>
    /// <param name="index">Which part, from 0.</param>
    public int Seen(int index) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(Of(index));

    /// <summary>Whether that is the true one.</summary>
    /// <param name="index">Which part, from 0.</param>
    public bool IsRight(int index) => Seen(index) == Parts.Labels[index];

    /// <summary>Has a network look at parts.</summary>
    public static Inspection Of(SurfaceInspector model, Parts parts) => new(parts, model.Predict(parts.ToDataset()));
}
