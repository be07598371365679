using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class SinusoidsTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 2)]
    [InlineData(9, 6)]
    [InlineData(300, 64)]
    public void Sines_and_cosines_alternate_as_in_the_formula(int length, int width)
    {
        double[] table = Sinusoids.Table(length, width);
        Assert.Equal(length * width, table.Length);
        for (int position = 0; position < length; position++)
        {
            for (int pair = 0; pair < width / 2; pair++)
            {
                double angle = position / Math.Pow(10000, 2.0 * pair / width);
                Assert.Equal(Math.Sin(angle), table[(position * width) + (2 * pair)], 1e-12);
                Assert.Equal(Math.Cos(angle), table[(position * width) + (2 * pair) + 1], 1e-12);
            }
        }
    }

    [Fact]
    public void A_row_does_not_depend_on_the_number_of_rows() => Assert.Equal(Sinusoids.Table(7, 8), Sinusoids.Table(40, 8)[..(7 * 8)]);
}
