using System.Numerics;

namespace ModelDsl;

/// <summary>Some examples of another dataset, in an order of their own.</summary>
internal sealed class SubsetDataset<T>(Dataset<T> source, int[] rows) : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Stretch = 256;

    public override int Count => rows.Length;

    public override int FeatureSize => source.FeatureSize;

    public override TargetKind TargetKind => source.TargetKind;

    public override int TargetSize => source.TargetSize;

    public override bool HasWeights => source.HasWeights;

    public override bool PreparesAhead => source.PreparesAhead;

    public override void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        Span<int> translated = stackalloc int[Stretch];
        for (int start = 0; start < indices.Length; start += Stretch)
        {
            int count = Math.Min(Stretch, indices.Length - start);
            source.Gather(Translate(indices.Slice(start, count), translated), new Batch<T>
            {
                Features = Part(batch.Features, start, count, FeatureSize),
                Labels = Part(batch.Labels, start, count, TargetSize),
                Targets = Part(batch.Targets, start, count, TargetSize),
                Weights = Part(batch.Weights, start, count, 1),
                Epoch = batch.Epoch,
            });
        }
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
        Span<int> translated = stackalloc int[Stretch];
        for (int start = 0; start < indices.Length; start += Stretch)
        {
            source.Check(Translate(indices.Slice(start, Math.Min(Stretch, indices.Length - start)), translated), limits);
        }
    }

    private static Span<E> Part<E>(Span<E> all, int start, int count, int size) => all.IsEmpty ? all : all.Slice(start * size, count * size);

    private Span<int> Translate(ReadOnlySpan<int> indices, Span<int> translated)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            translated[i] = rows[indices[i]];
        }

        return translated[..indices.Length];
    }
}
