using System.Numerics;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class TilesTests
{
    private const int TilesInTurn = 2;

    /// <summary>The length of the sums, and whether what is needed later is fetched.</summary>
    public static TheoryData<int, bool> Cases => new() { { 0, false }, { 1, false }, { 14, false }, { 0, true }, { 1, true }, { 5, true }, { 14, true } };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tiles_of_every_height_and_width_are_products(int inner, bool fetches)
    {
        CheckWidths<float>(inner, fetches);
        CheckWidths<double>(inner, fetches);
    }

    private static void CheckWidths<T>(int inner, bool fetches)
        where T : unmanaged, INumberBase<T>
    {
        Check<T, Simd512<T>>(inner, fetches);
        Check<T, Simd256<T>>(inner, fetches);
        Check<T, Simd128<T>>(inner, fetches);
        Check<T, Scalar<T>>(inner, fetches);
    }

    private static void Check<T, V>(int inner, bool fetches)
        where T : unmanaged, INumberBase<T>
        where V : struct, ISimd<V, T>
    {
        for (int rows = 1; rows <= Tiles<T, V>.MaxRows; rows++)
        {
            for (int layout = 0; layout < 4; layout++)
            {
                bool transposed = (layout & 1) != 0, accumulate = (layout & 2) != 0;
                Check<T, V, Size1>(rows, inner, fetches, transposed, accumulate);
                Check<T, V, Size2>(rows, inner, fetches, transposed, accumulate);
            }
        }
    }

    private static unsafe void Check<T, V, TVectors>(int rows, int inner, bool fetches, bool transposed, bool accumulate)
        where T : unmanaged, INumberBase<T>
        where V : struct, ISimd<V, T>
        where TVectors : struct, ISize
    {
        // A result has columns beyond the tile's.
        int width = TVectors.Value * V.Count, height = TilesInTurn * rows, stride = width + 3;
        using PinnedBuffer<T> left = new(WholeNumbers.Of<T>(height * inner, 3)), right = new(WholeNumbers.Of<T>(inner * width, 5)), result = new(WholeNumbers.Of<T>(height * stride, 7));
        T[] expected = result.Span.ToArray();
        for (int i = 0; i < height * width; i++)
        {
            (int row, int column) = (i / width, i % width);
            T sum = accumulate ? expected[(row * stride) + column] : T.Zero;
            for (int p = 0; p < inner; p++)
            {
                sum += left.Span[transposed ? (p * height) + row : (row * inner) + p] * right.Span[(p * width) + column];
            }

            expected[(row * stride) + column] = sum;
        }

        TileOperands<T> operands = new()
        {
            Left = left.Address.Pointer,
            LeftRowStep = transposed ? 1 : inner,
            LeftColumnStep = transposed ? height : 1,
            Right = right.Address.Pointer,
            RightStep = width,
            Inner = inner,
            Tiles = TilesInTurn,
            LeftTileStep = transposed ? rows : rows * inner,
            Ahead = new() { Fetches = fetches, Start = right.Address.Pointer, Runs = 1, RunEnd = width - 1 },
        };
        Tiles<T, V>.Multiply<TVectors>(in operands, rows, result.Address.Pointer, stride, accumulate);

        Assert.Equal(expected, result.Span.ToArray());
    }
}
