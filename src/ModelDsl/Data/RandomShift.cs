using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Shifts an image along both axes, each by an amount that is drawn uniformly; between pixels it is interpolated.</summary>
public sealed class RandomShift : Augmentation
{
    private readonly double vertical;
    private readonly double horizontal;

    /// <summary>A shift by the same limit in both directions.</summary>
    /// <param name="pixels">The most that an image is shifted by, in pixels, from 0 to its height and width.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative or not finite.</exception>
    public RandomShift(double pixels)
    {
        vertical = CheckRange(pixels, int.MaxValue, nameof(pixels), "The most that an image is shifted by");
        horizontal = pixels;
    }

    /// <summary>A shift with a limit for each direction.</summary>
    /// <param name="vertical">The most that an image is shifted up or down by, in pixels, from 0 to its height.</param>
    /// <param name="horizontal">The most that an image is shifted left or right by, in pixels, from 0 to its width.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative or not finite.</exception>
    public RandomShift(double vertical, double horizontal)
    {
        this.vertical = CheckRange(vertical, int.MaxValue, nameof(vertical), "The most that an image is shifted by");
        this.horizontal = CheckRange(horizontal, int.MaxValue, nameof(horizontal), "The most that an image is shifted by");
    }

    internal override void Draw(RandomKey key, ImageShape shape, ref ImageChange change) =>
        change.Map = change.Map.After(AffineMap.Translation(Around0(key, 0, horizontal), Around0(key, 1, vertical)));

    internal override void Check(ImageShape shape, string name)
    {
        if (vertical > shape.Height || horizontal > shape.Width)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{name}: RandomShift shifts by up to ({vertical}, {horizontal}) pixels, but the images have the size {shape}."), name);
        }
    }
}
