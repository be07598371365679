namespace ModelDsl.Tests.Data;

public class ImageSamplingTests
{
    private static readonly ImageShape Grey = new(2, 3, 1);
    private static readonly byte[] Picture = [10, 20, 30, 40, 50, 60];

    [Fact]
    public void Flips_and_whole_shifts_move_pixels_exactly()
    {
        Assert.Equal(Images.Scaled<float>(30, 20, 10, 60, 50, 40), Move(AffineMap.HorizontalFlip(3)));
        Assert.Equal(Images.Scaled<float>(40, 50, 60, 10, 20, 30), Move(AffineMap.VerticalFlip(2)));
        Assert.Equal(Images.Scaled<float>(20, 30, 0, 50, 60, 0), Move(AffineMap.Translation(1, 0)));
        Assert.Equal(Images.Scaled<float>(0, 0, 0, 0, 10, 20), Move(AffineMap.Translation(-1, -1)));
    }

    [Fact]
    public void What_lies_outside_is_black_or_the_edge_or_the_mirrored_image()
    {
        AffineMap map = AffineMap.Translation(-2, 0);
        Assert.Equal(Images.Scaled<float>(0, 0, 10, 0, 0, 40), Move(map, ImageFill.Zero));
        Assert.Equal(Images.Scaled<float>(10, 10, 10, 40, 40, 40), Move(map, ImageFill.Edge));
        Assert.Equal(Images.Scaled<float>(20, 10, 10, 50, 40, 40), Move(map, ImageFill.Reflect));
        Assert.Equal(Images.Scaled<float>(30, 30, 20, 60, 60, 50), Move(AffineMap.Translation(2, 0), ImageFill.Reflect));
        Assert.Equal(Images.Scaled<float>(30, 20, 10, 60, 50, 40), Move(AffineMap.Translation(-9, 0), ImageFill.Reflect));
    }

    [Fact]
    public void A_place_between_pixels_is_interpolated()
    {
        AssertNear([15 / 255.0, 25 / 255.0, 15 / 255.0, 45 / 255.0, 55 / 255.0, 30 / 255.0], Move(AffineMap.Translation(0.5, 0)));
        AssertNear([0.75 * 10 / 255.0, 0.75 * 20 / 255.0, 0.75 * 30 / 255.0], Move(AffineMap.Translation(0, -0.25))[..3]);
    }

    [Fact]
    public void A_quarter_turn_is_exact_but_for_rounding()
    {
        byte[] square = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        double[] turned = Move<double>(square, new ImageShape(3, 3, 1), AffineMap.Rotation(Math.PI / 2, 3, 3), ImageFill.Zero);
        AssertNear(Images.Scaled<double>(3, 6, 9, 2, 5, 8, 1, 4, 7), turned, 1e-14);
    }

    [Fact]
    public void Channels_move_together()
    {
        byte[] colours = [1, 2, 3, 4, 5, 6];
        float[] flipped = Move<float>(colours, new ImageShape(1, 2, 3), AffineMap.HorizontalFlip(2), ImageFill.Zero);
        Assert.Equal(Images.Scaled<float>(4, 5, 6, 1, 2, 3), flipped);
    }

    [Fact]
    public void Composed_maps_are_one_map_after_the_other()
    {
        AffineMap rotation = AffineMap.Rotation(0.3, 5, 7);
        AffineMap shift = AffineMap.Translation(2, -1);
        AffineMap both = rotation.After(shift);
        Assert.Equal((rotation.Xx * 3) + (rotation.Xy * 1) + rotation.X0, both.Xx + (both.Xy * 2) + both.X0, 1e-12);
        Assert.Equal((rotation.Yx * 3) + (rotation.Yy * 1) + rotation.Y0, both.Yx + (both.Yy * 2) + both.Y0, 1e-12);
    }

    private static float[] Move(AffineMap map, ImageFill fill = ImageFill.Zero) => Move<float>(Picture, Grey, map, fill);

    private static T[] Move<T>(byte[] image, ImageShape shape, AffineMap map, ImageFill fill)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] elements = new T[shape.Size];
        ImageSampling.Sample<T>(image, shape, map, fill, Dataset.CreateImages<T>(image, shape).Scaled, elements);
        return elements;
    }

    private static void AssertNear(double[] expected, float[] actual) => AssertNear(expected, Array.ConvertAll(actual, value => (double)value), 1e-7);

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
