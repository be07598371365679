using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class RowStripTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(9, 3)]
    public void A_row_times_a_strip_of_every_width_is_its_sums(int inner, int step)
    {
        CheckWidths<float>(inner, step);
        CheckWidths<double>(inner, step);
    }

    private static void CheckWidths<T>(int inner, int step)
        where T : unmanaged, INumberBase<T>
    {
        Check<T, Simd512<T>>(inner, step);
        Check<T, Simd256<T>>(inner, step);
        Check<T, Simd128<T>>(inner, step);
        Check<T, Scalar<T>>(inner, step);
    }

    private static void Check<T, V>(int inner, int step)
        where T : unmanaged, INumberBase<T>
        where V : struct, ISimd<V, T>
    {
        Check<T, V, Size8>(inner, step, accumulate: false);
        Check<T, V, Size8>(inner, step, accumulate: true);
        Check<T, V, Size16>(inner, step, accumulate: false);
        Check<T, V, Size16>(inner, step, accumulate: true);
    }

    private static unsafe void Check<T, V, TVectors>(int inner, int step, bool accumulate)
        where T : unmanaged, INumberBase<T>
        where V : struct, ISimd<V, T>
        where TVectors : struct, ISize
    {
        // The strip is a part of longer rows.
        int width = TVectors.Value * V.Count, stride = width + 2;
        using PinnedBuffer<T> row = new(WholeNumbers.Of<T>(inner * step, 3)), strip = new(WholeNumbers.Of<T>(inner * stride, 5)), sums = new(WholeNumbers.Of<T>(width, 7));
        T[] expected = [.. sums.Span.ToArray().Select((before, column) => Enumerable.Range(0, inner)
            .Aggregate(accumulate ? before : T.Zero, (sum, p) => sum + (row.Span[p * step] * strip.Span[(p * stride) + column])))];

        RowStrip<T, V>.Multiply<TVectors>(row.Address.Pointer, step, strip.Address.Pointer, stride, inner, sums.Address.Pointer, accumulate);

        Assert.Equal(expected, sums.Span.ToArray());
    }
}
