using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Mirrors an image, top for bottom, or leaves it.</summary>
public sealed class RandomVerticalFlip : Augmentation
{
    private readonly double probability;

    /// <summary>A random flip.</summary>
    /// <param name="probability">How likely an image is mirrored, from 0 to 1. Default one half.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability does not lie from 0 to 1.</exception>
    public RandomVerticalFlip(double probability = 0.5) => this.probability = CheckRange(probability, 1, nameof(probability), "The probability");

    internal override void Draw(RandomKey key, ImageShape shape, ref ImageChange change)
    {
        if (Uniform(key, 0) < probability)
        {
            change.Map = change.Map.After(AffineMap.VerticalFlip(shape.Height));
        }
    }
}
