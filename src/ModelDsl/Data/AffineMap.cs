namespace ModelDsl;

/// <summary>A map of the plane: (x, y) to (Xx·x + Xy·y + X0, Yx·x + Yy·y + Y0), in pixels from the centre of the first one.</summary>
internal readonly record struct AffineMap(double Xx, double Xy, double X0, double Yx, double Yy, double Y0)
{
    internal static AffineMap Identity => new(1, 0, 0, 0, 1, 0);

    internal static AffineMap Translation(double x, double y) => new(1, 0, x, 0, 1, y);

    internal static AffineMap HorizontalFlip(int width) => new(-1, 0, width - 1, 0, 1, 0);

    internal static AffineMap VerticalFlip(int height) => new(1, 0, 0, 0, -1, height - 1);

    /// <summary>The turn about the centre of an image by an angle in radians.</summary>
    internal static AffineMap Rotation(double angle, int height, int width)
    {
        (double sin, double cos) = Math.SinCos(angle);
        double x = (width - 1) / 2.0;
        double y = (height - 1) / 2.0;
        return new(cos, -sin, x - (cos * x) + (sin * y), sin, cos, y - (sin * x) - (cos * y));
    }

    /// <summary>This map of what <paramref name="first"/> gives.</summary>
    internal AffineMap After(AffineMap first) => new(
        (Xx * first.Xx) + (Xy * first.Yx),
        (Xx * first.Xy) + (Xy * first.Yy),
        (Xx * first.X0) + (Xy * first.Y0) + X0,
        (Yx * first.Xx) + (Yy * first.Yx),
        (Yx * first.Xy) + (Yy * first.Yy),
        (Yx * first.X0) + (Yy * first.Y0) + Y0);
}
