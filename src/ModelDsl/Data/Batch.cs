using System.Numerics;

namespace ModelDsl;

/// <summary>The memory that a dataset writes a batch of examples into, one example after the other.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The features: the number of examples × <see cref="Dataset.FeatureSize"/>.</summary>
    public Span<T> Features { get; init; }

    /// <summary>The class indices: the number of examples × <see cref="Dataset.TargetSize"/>; empty where targets are values.</summary>
    public Span<int> Labels { get; init; }

    /// <summary>The target values: the number of examples × <see cref="Dataset.TargetSize"/>; empty where targets are class indices.</summary>
    public Span<T> Targets { get; init; }

    /// <summary>One weight for each example; empty where the data has none.</summary>
    public Span<T> Weights { get; init; }

    /// <summary>
    /// The pass of a training that the batch is for, from 1; 0 where a model is measured or predicts. Examples that are changed at random are so in
    /// a training alone, and anew in each pass.
    /// </summary>
    public int Epoch { get; init; }
}
