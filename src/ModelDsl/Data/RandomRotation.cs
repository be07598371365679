using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>Turns an image about its centre by an angle that is drawn uniformly; it is interpolated bilinearly.</summary>
public sealed class RandomRotation : Augmentation
{
    private const double MostDegrees = 180;

    private readonly double degrees;

    /// <summary>A random rotation.</summary>
    /// <param name="degrees">The most that an image is turned by, either way: from 0 to 180 degrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle does not lie from 0 to 180.</exception>
    public RandomRotation(double degrees) => this.degrees = CheckRange(degrees, MostDegrees, nameof(degrees), "The largest angle");

    internal override void Draw(RandomKey key, ImageShape shape, ref ImageChange change)
    {
        double angle = Around0(key, 0, degrees) * Math.PI / MostDegrees;
        change.Map = change.Map.After(AffineMap.Rotation(angle, shape.Height, shape.Width));
    }
}
