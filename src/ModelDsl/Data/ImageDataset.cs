using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Images as bytes: a byte is scaled to [0, 1] (or normalised) when a batch is made, so that the images take a quarter of the memory of
/// floats. <see cref="Dataset.CreateImages{T}(byte[], ImageShape, int[], T[])"/> makes one.
/// </summary>
/// <typeparam name="T">The element type of the model that the images are for.</typeparam>
public sealed class ImageDataset<T> : Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Values = byte.MaxValue + 1;
    private const int CostOfElement = 2;

    private readonly byte[] pixels;
    private readonly ExampleTargets<T> known;
    private readonly T[] scaled;

    internal ImageDataset(byte[] pixels, ImageShape shape, int examples, ExampleTargets<T> known, ChannelNormalization? normalization = null)
    {
        Count = examples;
        Shape = shape;
        Normalization = normalization;
        this.pixels = pixels;
        this.known = known;
        scaled = Scale(shape.Channels, normalization);
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <summary>The size of each image.</summary>
    public ImageShape Shape { get; }

    /// <summary>How channels are normalised; null where values lie from 0 to 1.</summary>
    public ChannelNormalization? Normalization { get; }

    /// <inheritdoc/>
    public override int FeatureSize => Shape.Size;

    /// <inheritdoc/>
    public override TargetKind TargetKind => known.Kind;

    /// <inheritdoc/>
    public override int TargetSize => known.Size;

    /// <inheritdoc/>
    public override bool HasWeights => known.HasWeights;

    /// <summary>What each byte becomes: 256 values for each channel, one channel after the other.</summary>
    internal ReadOnlySpan<T> Scaled => scaled;

    /// <summary>The same images with channels of mean 0 and standard deviation 1; the figures are computed from them.</summary>
    /// <remarks>Images to test with are normalised by the same figures: <c>test.Normalize(training.Normalization)</c>.</remarks>
    /// <exception cref="InvalidOperationException">There are no images.</exception>
    public ImageDataset<T> Normalize() => Count > 0
        ? Normalize(ChannelNormalization.Of(pixels, Shape.Channels))
        : throw new InvalidOperationException("There are no images to compute means and standard deviations from.");

    /// <summary>The same images with channels normalised by known figures, in place of any before.</summary>
    /// <param name="normalization">The figures, of values from 0 to 1.</param>
    /// <exception cref="ArgumentException">The figures are of another number of channels.</exception>
    public ImageDataset<T> Normalize(ChannelNormalization normalization)
    {
        ArgumentNullException.ThrowIfNull(normalization);
        return normalization.Means.Count == Shape.Channels
            ? new ImageDataset<T>(pixels, Shape, Count, known, normalization)
            : throw new ArgumentException($"normalization is of {normalization.Means.Count} channels, but the images have {Shape.Channels}.", nameof(normalization));
    }

    /// <summary>
    /// The same images, changed at random each time they are trained on, as if there were more of them. Measuring and predicting use them
    /// unchanged. How an image is changed depends on the seed, the epoch and the image alone.
    /// </summary>
    /// <param name="augmentations">The changes, in their order: those of place are composed, and the image is interpolated once; noise comes last.</param>
    /// <param name="seed">The seed of the changes.</param>
    /// <param name="fill">What stands where a change moved no pixel to. Default black.</param>
    /// <exception cref="ArgumentException">An augmentation does not fit the size of the images.</exception>
    public Dataset<T> Augment(IReadOnlyList<Augmentation> augmentations, long seed = 0, ImageFill fill = ImageFill.Zero)
    {
        ArgumentNullException.ThrowIfNull(augmentations);
        if (!Enum.IsDefined(fill))
        {
            throw new ArgumentOutOfRangeException(nameof(fill), fill, "There is no such way to fill.");
        }

        foreach (Augmentation augmentation in augmentations)
        {
            ArgumentNullException.ThrowIfNull(augmentation, nameof(augmentations));
            augmentation.Check(Shape, nameof(augmentations));
        }

        return new AugmentedImages<T>(this, [.. augmentations], RandomKey.FromSeed(seed), fill);
    }

    /// <inheritdoc/>
    public override unsafe void Gather(ReadOnlySpan<int> indices, Batch<T> batch)
    {
        fixed (T* features = batch.Features)
        fixed (int* index = indices)
        {
            Partition.Run(new Scaling(this, index, features), (nint)indices.Length * FeatureSize, CostOfElement, indices.Length);
        }

        known.Gather(indices, batch);
    }

    internal override void Check(ReadOnlySpan<int> indices, ValueLimits limits)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            known.Check(indices.Slice(i, 1), limits);
        }
    }

    internal void GatherTargets(ReadOnlySpan<int> indices, Batch<T> batch) => known.Gather(indices, batch);

    /// <summary>The bytes of one image.</summary>
    internal ReadOnlySpan<byte> Image(int index) => pixels.AsSpan(index * Shape.Size, Shape.Size);

    /// <summary>Writes one image's elements, scaled or normalised.</summary>
    internal void Write(int index, Span<T> elements)
    {
        ReadOnlySpan<byte> image = Image(index);
        if (Shape.Channels == 1)
        {
            ReadOnlySpan<T> table = scaled.AsSpan(0, Values);
            for (int i = 0; i < image.Length; i++)
            {
                elements[i] = table[image[i]];
            }

            return;
        }

        int channel = 0;
        for (int i = 0; i < image.Length; i++)
        {
            elements[i] = scaled[(channel * Values) + image[i]];
            channel = channel + 1 == Shape.Channels ? 0 : channel + 1;
        }
    }

    private static T[] Scale(int channels, ChannelNormalization? normalization)
    {
        T[] scaled = new T[channels * Values];
        for (int i = 0; i < scaled.Length; i++)
        {
            double value = (i % Values) / (double)byte.MaxValue;
            int channel = i / Values;
            scaled[i] = T.CreateTruncating(normalization is null ? value : (value - normalization.Means[channel]) / normalization.StandardDeviations[channel]);
        }

        return scaled;
    }

    private readonly unsafe struct Scaling(ImageDataset<T> images, int* indices, T* features) : IJob
    {
        public void Run(int part) => images.Write(indices[part], new Span<T>(features + ((nint)part * images.FeatureSize), images.FeatureSize));
    }
}
