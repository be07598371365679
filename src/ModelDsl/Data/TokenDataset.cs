using System.Numerics;
using System.Numerics.Tensors;

namespace ModelDsl;

/// <summary>Examples that are ids, in an array: rows of their own, or windows that overlap.</summary>
internal sealed class TokenDataset<T> : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] tokens;
    private readonly int stride;
    private readonly ExampleTargets<T>? known;

    /// <summary>Examples that follow one another, with what is known of each.</summary>
    internal TokenDataset(int[] tokens, int[]? labels, T[]? targets, T[]? weights, int examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examples);
        FeatureSize = ExampleTargets<T>.PerExample(tokens.Length, examples, nameof(tokens));
        known = new ExampleTargets<T>(labels, targets, weights, examples);
        (TargetKind, TargetSize, HasWeights) = (known.Kind, known.Size, known.HasWeights);
        (this.tokens, stride, Count) = (tokens, FeatureSize, examples);
    }

    /// <summary>Windows of a text, each of whose ids has the next as its label.</summary>
    internal TokenDataset(int[] tokens, int length, int stride)
    {
        Count = tokens.Length <= length ? 0 : ((tokens.Length - length - 1) / stride) + 1;
        (FeatureSize, TargetSize, TargetKind) = (length, length, TargetKind.ClassIndex);
        (this.tokens, this.stride) = (tokens, stride);
    }

    public override int Count { get; }

    public override int FeatureSize { get; }

    public override TargetKind TargetKind { get; }

    public override int TargetSize { get; }

    public override bool HasWeights { get; }

    public override void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            TensorPrimitives.ConvertChecked<int, T>(Ids(indices[i]), batch.Features.Slice(i * FeatureSize, FeatureSize));
            if (known is null)
            {
                tokens.AsSpan((indices[i] * stride) + 1, TargetSize).CopyTo(batch.Labels[(i * TargetSize)..]);
            }
        }

        known?.Gather(indices, batch);
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
        foreach (ref readonly int index in indices)
        {
            ReadOnlySpan<int> example = new(in index);
            BatchCheck.Tokens(Ids(index), limits.Tokens, index, limits.ParameterName);
            known?.Check(example, limits);
            if (known is null)
            {
                BatchCheck.Labels(tokens.AsSpan((index * stride) + 1, TargetSize), TargetSize, limits, example);
            }
        }
    }

    private ReadOnlySpan<int> Ids(int index) => tokens.AsSpan(index * stride, FeatureSize);
}
