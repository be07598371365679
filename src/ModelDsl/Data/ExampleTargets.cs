using System.Numerics;

namespace ModelDsl;

/// <summary>What is known of examples beside their features: class indices or values or nothing, and weights.</summary>
internal sealed class ExampleTargets<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[]? labels;
    private readonly T[]? targets;
    private readonly T[]? weights;

    internal ExampleTargets(int[]? labels, T[]? targets, T[]? weights, int examples)
    {
        Size = labels is not null ? PerExample(labels.Length, examples, nameof(labels))
            : targets is not null ? PerExample(targets.Length, examples, nameof(targets))
            : 0;
        if (weights is not null)
        {
            BatchCheck.Length(weights.Length, examples, "weight", examples, nameof(weights));
            BatchCheck.Weights<T>(weights, default, nameof(weights));
        }

        if (labels is not null)
        {
            BatchCheck.Labels(labels, Size, int.MaxValue, Dataset.Ignored, default, nameof(labels));
        }

        this.labels = labels;
        this.targets = targets;
        this.weights = weights;
    }

    /// <summary>The number of class indices or values of one example.</summary>
    internal int Size { get; }

    internal TargetKind Kind => labels is not null ? TargetKind.ClassIndex : targets is not null ? TargetKind.Values : TargetKind.None;

    internal bool HasWeights => weights is not null;

    /// <summary>Writes those of these examples into a batch.</summary>
    internal void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        if (labels is not null)
        {
            Rows(labels, indices, Size, batch.Labels);
        }
        else if (targets is not null)
        {
            Rows<T>(targets, indices, Size, batch.Targets);
        }

        if (weights is not null)
        {
            Rows<T>(weights, indices, 1, batch.Weights);
        }
    }

    /// <summary>Looks for values that no training can use.</summary>
    internal void Check(ReadOnlySpan<int> index, ValueLimits limits)
    {
        if (labels is not null)
        {
            BatchCheck.Labels(Row<int>(labels, index[0], Size), Size, limits, index);
        }
        else
        {
            BatchCheck.Targets(Row<T>(targets, index[0], Size), Size, limits, index);
        }
    }

    /// <summary>The elements of one example.</summary>
    internal static ReadOnlySpan<E> Row<E>(ReadOnlySpan<E> values, int index, int size) => values.Slice(index * size, size);

    /// <summary>Copies the elements of these examples, one after the other.</summary>
    internal static void Rows<E>(ReadOnlySpan<E> values, ReadOnlySpan<int> indices, int size, Span<E> rows)
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

    /// <summary>The share of one example in <paramref name="length"/> values.</summary>
    internal static int PerExample(int length, int examples, string name)
    {
        if (examples == 0 ? length == 0 : length % examples == 0 && length > 0)
        {
            return examples == 0 ? 0 : length / examples;
        }

        throw new ArgumentException(FormattableString.Invariant($"{name} holds {length} values, which {examples} examples cannot share equally."), name);
    }
}
