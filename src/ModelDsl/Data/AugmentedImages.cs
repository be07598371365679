using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Images that are changed at random when they are trained on. A change is drawn from the seed, the epoch and the image's index alone.</summary>
internal sealed class AugmentedImages<T>(ImageDataset<T> images, Augmentation[] augmentations, RandomKey key, ImageFill fill) : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CostOfElement = 30;

    public override int Count => images.Count;

    public override int FeatureSize => images.FeatureSize;

    public override TargetKind TargetKind => images.TargetKind;

    public override int TargetSize => images.TargetSize;

    public override bool HasWeights => images.HasWeights;

    public override bool PreparesAhead => true;

    public override unsafe void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        if (batch.Epoch == 0)
        {
            images.Gather(indices, batch);
            return;
        }

        RandomKey epoch = key.Derive((ulong)batch.Epoch);
        fixed (T* features = batch.Features)
        fixed (int* index = indices)
        {
            Partition.Run(new Changing(this, epoch, index, features), (nint)indices.Length * FeatureSize, CostOfElement, indices.Length);
        }

        images.GatherTargets(indices, batch);
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits) => images.Check(indices, limits);

    private void Write(int index, RandomKey epoch, Span<T> elements)
    {
        RandomKey own = epoch.Derive((ulong)index);
        ImageChange change = new() { Map = AffineMap.Identity };
        for (int i = 0; i < augmentations.Length; i++)
        {
            augmentations[i].Draw(own.Derive((ulong)i), images.Shape, ref change);
        }

        if (change.Map == AffineMap.Identity)
        {
            images.Write(index, elements);
        }
        else
        {
            ImageSampling.Sample(images.Image(index), images.Shape, change.Map, fill, images.Scaled, elements);
        }

        if (change.Noise > 0)
        {
            ImageNoise.Add(elements, images.Shape.Channels, change.Noise, change.NoiseKey, images.Scaled);
        }
    }

    private readonly unsafe struct Changing(AugmentedImages<T> augmented, RandomKey epoch, int* indices, T* features) : IJob
    {
        public void Run(int part) => augmented.Write(indices[part], epoch, new Span<T>(features + ((nint)part * augmented.FeatureSize), augmented.FeatureSize));
    }
}
