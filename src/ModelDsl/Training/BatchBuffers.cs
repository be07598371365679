using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The memory that batches of a dataset are gathered into, and where generated code reads them.</summary>
internal sealed class BatchBuffers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> data;
    private readonly ValueLimits limits;
    private readonly AlignedMemory<T> features;
    private readonly AlignedMemory<int> labels;
    private readonly AlignedMemory<T> targets;
    private readonly AlignedMemory<T> weights;

    internal BatchBuffers(Dataset<T> data, ValueLimits limits, int capacity)
    {
        this.data = data;
        this.limits = limits;
        long targetCount = (long)capacity * data.TargetSize;
        features = new AlignedMemory<T>((long)capacity * data.FeatureSize);
        labels = new AlignedMemory<int>(data.TargetKind == TargetKind.ClassIndex ? targetCount : 0);
        targets = new AlignedMemory<T>(data.TargetKind == TargetKind.Values ? targetCount : 0);
        weights = new AlignedMemory<T>(capacity);
        weights.Span.Fill(T.One);
    }

    /// <summary>The gathered features.</summary>
    internal ReadOnlySpan<T> Features => features.Span;

    /// <summary>The gathered class indices.</summary>
    internal ReadOnlySpan<int> Labels => labels.Span;

    /// <summary>The gathered target values.</summary>
    internal ReadOnlySpan<T> Targets => targets.Span;

    /// <summary>Where the gathered examples lie.</summary>
    internal BatchAddresses<T> Addresses => new(features.Address, labels.Address, targets.Address, weights.Address);

    /// <summary>Reads the examples of these indices, and checks them: what a source gives may have changed since the last look.</summary>
    /// <param name="indices">The examples.</param>
    /// <param name="epoch">The pass of a training, from 1, or 0 to measure.</param>
    internal void Gather(ReadOnlySpan<int> indices, int epoch)
    {
        int count = indices.Length;
        bool areLabels = data.TargetKind == TargetKind.ClassIndex;
        Batch<T> batch = new()
        {
            Features = features.Span[..(count * data.FeatureSize)],
            Labels = areLabels ? labels.Span[..(count * data.TargetSize)] : default,
            Targets = areLabels ? default : targets.Span[..(count * data.TargetSize)],
            Weights = data.HasWeights ? weights.Span[..count] : default,
            Epoch = epoch,
        };
        data.Gather(indices, batch);
        BatchCheck.Finite<T>(batch.Features, data.FeatureSize, "feature", indices, limits.ParameterName);
        BatchCheck.Tokens<T>(batch.Features, data.FeatureSize, limits.Tokens, indices, limits.ParameterName);
        BatchCheck.Labels(batch.Labels, data.TargetSize, limits, indices);
        BatchCheck.Targets<T>(batch.Targets, data.TargetSize, limits, indices);
        BatchCheck.Weights<T>(batch.Weights, indices, limits.ParameterName);
    }
}
