using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Pads an image on each side and cuts its old size out of that, at a place that is drawn uniformly: a shift by whole pixels, without
/// interpolation (He et al. 2015, "Deep residual learning for image recognition", section 4.2, with 4 pixels for images of 32 × 32).
/// </summary>
public sealed class RandomCrop : Augmentation
{
    private readonly int padding;

    /// <summary>A random crop.</summary>
    /// <param name="padding">The pixels that are added on each side, from 0 to the image's height and width.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="padding"/> is negative.</exception>
    public RandomCrop(int padding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        this.padding = padding;
    }

    internal override void Draw(RandomKey key, ImageShape shape, ref ImageChange change) =>
        change.Map = change.Map.After(AffineMap.Translation(Offset(key, 0), Offset(key, 1)));

    internal override void Check(ImageShape shape, string name)
    {
        if (padding > Math.Min(shape.Height, shape.Width))
        {
            throw new ArgumentException(FormattableString.Invariant($"{name}: RandomCrop pads by {padding} pixels, but the images have the size {shape}."), name);
        }
    }

    private double Offset(RandomKey key, uint draw) => Math.Floor(Uniform(key, draw) * ((2.0 * padding) + 1)) - padding;
}
