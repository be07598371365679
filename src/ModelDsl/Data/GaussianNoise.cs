using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>
/// Adds to each element of an image a number of its own from a normal distribution; what leaves the range from 0 to 1 is clipped. Of several in a
/// list the variances add up.
/// </summary>
public sealed class GaussianNoise : Augmentation
{
    private readonly double standardDeviation;

    /// <summary>Gaussian noise.</summary>
    /// <param name="standardDeviation">The standard deviation of the noise, of values from 0 to 1: from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation does not lie from 0 to 1.</exception>
    public GaussianNoise(double standardDeviation) =>
        this.standardDeviation = CheckRange(standardDeviation, 1, nameof(standardDeviation), "The standard deviation");

    internal override void Draw(RandomKey key, ImageShape shape, ref ImageChange change)
    {
        change.Noise = Math.Sqrt((change.Noise * change.Noise) + (standardDeviation * standardDeviation));
        change.NoiseKey = key;
    }
}
