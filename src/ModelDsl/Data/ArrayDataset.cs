using System.Numerics;

namespace ModelDsl;

/// <summary>Examples in arrays.</summary>
internal sealed class ArrayDataset<T> : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] features;
    private readonly ExampleTargets<T> known;

    internal ArrayDataset(T[] features, int[]? labels, T[]? targets, T[]? weights, int examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        FeatureSize = ExampleTargets<T>.PerExample(features.Length, examples, nameof(features));
        known = new ExampleTargets<T>(labels, targets, weights, examples);
        Count = examples;
        this.features = features;
    }

    public override int Count { get; }

    public override int FeatureSize { get; }

    public override TargetKind TargetKind => known.Kind;

    public override int TargetSize => known.Size;

    public override bool HasWeights => known.HasWeights;

    public override void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        ExampleTargets<T>.Rows<T>(features, indices, FeatureSize, batch.Features);
        known.Gather(indices, batch);
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            ReadOnlySpan<int> index = indices.Slice(i, 1);
            BatchCheck.Finite(ExampleTargets<T>.Row<T>(features, index[0], FeatureSize), FeatureSize, "feature", index, limits.ParameterName);
            BatchCheck.Tokens(ExampleTargets<T>.Row<T>(features, index[0], FeatureSize), FeatureSize, limits.Tokens, index, limits.ParameterName);
            known.Check(index, limits);
        }
    }
}
