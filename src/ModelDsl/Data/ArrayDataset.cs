using System.Numerics;

namespace ModelDsl;

/// <summary>Examples in arrays.</summary>
internal sealed class ArrayDataset<T> : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] features;
    private readonly int[]? labels;
    private readonly T[]? targets;
    private readonly T[]? weights;

    internal ArrayDataset(T[] features, int[]? labels, T[]? targets, T[]? weights, int examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        FeatureSize = PerExample(features.Length, examples, nameof(features));
        TargetSize = labels is null ? PerExample(targets!.Length, examples, nameof(targets)) : PerExample(labels.Length, examples, nameof(labels));
        if (weights is not null)
        {
            BatchCheck.Length(weights.Length, examples, "weight", examples, nameof(weights));
            BatchCheck.Weights<T>(weights, default, nameof(weights));
        }

        if (labels is not null)
        {
            BatchCheck.Labels(labels, TargetSize, int.MaxValue, default, nameof(labels));
        }

        Count = examples;
        this.features = features;
        this.labels = labels;
        this.targets = targets;
        this.weights = weights;
    }

    public override int Count { get; }

    public override int FeatureSize { get; }

    public override TargetKind TargetKind => labels is null ? TargetKind.Values : TargetKind.ClassIndex;

    public override int TargetSize { get; }

    public override bool HasWeights => weights is not null;

    public override void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        Rows<T>(features, indices, FeatureSize, batch.Features);
        if (labels is not null)
        {
            Rows(labels, indices, TargetSize, batch.Labels);
        }
        else
        {
            Rows<T>(targets, indices, TargetSize, batch.Targets);
        }

        if (weights is not null)
        {
            Rows<T>(weights, indices, 1, batch.Weights);
        }
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            ReadOnlySpan<int> index = indices.Slice(i, 1);
            BatchCheck.Finite(Row<T>(features, index[0], FeatureSize), FeatureSize, "feature", index, limits.ParameterName);
            if (labels is not null)
            {
                BatchCheck.Labels(Row<int>(labels, index[0], TargetSize), TargetSize, limits.ClassCount, index, limits.ParameterName);
            }
            else
            {
                BatchCheck.Targets(Row<T>(targets, index[0], TargetSize), TargetSize, limits.HasBinaryTargets, index, limits.ParameterName);
            }
        }
    }

    private static ReadOnlySpan<E> Row<E>(ReadOnlySpan<E> values, int index, int size) => values.Slice(index * size, size);

    private static void Rows<E>(ReadOnlySpan<E> values, ReadOnlySpan<int> indices, int size, Span<E> rows)
    {
        if (size == 1)
        {
            for (int i = 0; i < indices.Length; i++)
            {
                rows[i] = values[indices[i]];
            }

            return;
        }

        for (int i = 0; i < indices.Length; i++)
        {
            Row(values, indices[i], size).CopyTo(rows.Slice(i * size, size));
        }
    }

    private static int PerExample(int length, int examples, string name)
    {
        if (examples == 0 ? length == 0 : length % examples == 0 && length > 0)
        {
            return examples == 0 ? 0 : length / examples;
        }

        throw new ArgumentException(string.Create(Invariant, $"{name} holds {length} values, which {examples} examples cannot share equally."), name);
    }
}
