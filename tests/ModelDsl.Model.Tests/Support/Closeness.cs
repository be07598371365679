using System.Numerics;

namespace ModelDsl.CompiledTests.Support;

/// <summary>Agreement of two tensors, relative to the largest magnitude of the one that is believed.</summary>
internal static class Closeness
{
    /// <summary>What results that two correct programs compute in different orders may differ by.</summary>
    public static double Tolerance<T>()
        where T : unmanaged => typeof(T) == typeof(double) ? 1e-10 : 1e-5;

    public static void AssertClose<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => AssertClose(expected, actual, Tolerance<T>(), what);

    public static void AssertClose<TExpected, TActual>(ReadOnlySpan<TExpected> expected, ReadOnlySpan<TActual> actual, double tolerance, string what)
        where TExpected : unmanaged, IBinaryFloatingPointIeee754<TExpected>
        where TActual : unmanaged, IBinaryFloatingPointIeee754<TActual>
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = 0, difference = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            scale = Math.Max(scale, Math.Abs(double.CreateChecked(expected[i])));
            double distance = Math.Abs(double.CreateChecked(expected[i]) - double.CreateChecked(actual[i]));
            difference = double.IsNaN(distance) ? double.PositiveInfinity : Math.Max(difference, distance);
        }

        Assert.True(difference <= tolerance * scale, $"{what}: differs by {difference:E2} where the largest magnitude is {scale:E2}; {tolerance:E0} of it is allowed.");
    }
}
