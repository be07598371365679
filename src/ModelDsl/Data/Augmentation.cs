using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>A random change of images that leaves what they show. <see cref="ImageDataset{T}.Augment"/> takes a list of them.</summary>
public abstract class Augmentation
{
    private protected Augmentation()
    {
    }

    /// <summary>Draws a change and adds it to those before.</summary>
    internal abstract void Draw(RandomKey key, ImageShape shape, ref ImageChange change);

    /// <summary>Refuses images that are too small for this.</summary>
    internal virtual void Check(ImageShape shape, string name)
    {
    }

    /// <summary>A number from 0 to below 1, of 53 bits.</summary>
    private protected static double Uniform(RandomKey key, uint draw)
    {
        (uint low, uint high) = Threefry.Block(key, draw, 0);
        return ((((ulong)high << 32) | low) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number from −<paramref name="most"/> to below <paramref name="most"/>.</summary>
    private protected static double Around0(RandomKey key, uint draw, double most) => ((2 * Uniform(key, draw)) - 1) * most;

    private protected static double CheckRange(double value, double most, string name, string what) => value >= 0 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{what} lies from 0 to {most}."));
}
