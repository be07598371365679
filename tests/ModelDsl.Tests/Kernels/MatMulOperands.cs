using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>The memory of a product, with numbers that a kernel must not read around each operand.</summary>
internal sealed class MatMulOperands<T> : IDisposable
    where T : unmanaged
{
    private const double Guard = 12345;

    // Rows lie further apart than they are long, and a guard follows the result.
    private const int Gap = 3;

    private readonly MatMulCase product;
    private readonly PinnedBuffer<T> left;
    private readonly PinnedBuffer<T> right;
    private readonly PinnedBuffer<T> result;
    private Address<T> packed;

    internal MatMulOperands(MatMulCase product)
    {
        this.product = product;
        left = Fill(product.Rows, product.Inner, product.LeftTransposed, Left);
        right = Fill(product.Inner, product.Columns, product.RightTransposed, Right);
        result = new PinnedBuffer<T>((product.Rows * product.Columns) + 1);
        for (int i = 0; i < result.Length - 1; i++)
        {
            result.Span[i] = VectorFunctions.From<T>(Old(i / product.Columns, i % product.Columns));
        }

        result.Span[^1] = VectorFunctions.From<T>(Guard);
    }

    internal T[] Result
    {
        get
        {
            Assert.Equal(Guard, VectorFunctions.To(result.Span[^1]));
            return result.Span[..^1].ToArray();
        }
    }

    internal static double Left(int row, int column) => (((row * 31) + (column * 17)) % 61 / 64.0) - 0.5;

    internal static double Right(int row, int column) => (((row * 13) + (column * 29)) % 67 / 64.0) - 0.5;

    internal static double Old(int row, int column) => ((row + (2 * column)) % 5) - 2;

    /// <summary>The product without its epilogue, to be computed part by part.</summary>
    internal Product<T> Product =>
        new(LeftMatrix, RightMatrix, result.Address, product.Rows, product.Inner, product.Columns, product.Accumulate) { Number = ModelDsl.Kernels.Product.NextNumber() };

    private Matrix<T> LeftMatrix => new(left.Address, (product.LeftTransposed ? product.Rows : product.Inner) + Gap, product.LeftTransposed);

    private Matrix<T> RightMatrix => new(right.Address, (product.RightTransposed ? product.Inner : product.Columns) + Gap, product.RightTransposed, packed);

    internal void Pack(Address<T> room, bool isForgotten)
    {
        packed = room;
        MatMul.Pack(RightMatrix, product.Inner, product.Columns);
        if (isForgotten)
        {
            ForgetRight();
        }
    }

    internal void ForgetRight() => right.Span.Fill(VectorFunctions.From<T>(double.NaN));

    internal void NegateLeft() => Negate(left.Span);

    internal void NegateRight() => Negate(right.Span);

    internal void Multiply() =>
        MatMul.Multiply(
            LeftMatrix,
            RightMatrix,
            result.Address,
            product.Rows,
            product.Inner,
            product.Columns,
            product.Accumulate,
            new TwiceAndPlace<T>(result.Address),
            sharesWeights: product.SharesWeights);

    public void Dispose()
    {
        left.Dispose();
        right.Dispose();
        result.Dispose();
    }

    private static void Negate(Span<T> values)
    {
        foreach (ref T value in values)
        {
            value = VectorFunctions.From<T>(-VectorFunctions.To(value));
        }
    }

    /// <summary>The elements between the rows are not a number: a kernel that lets them into a sum shows it.</summary>
    private static PinnedBuffer<T> Fill(int rows, int columns, bool transposed, Func<int, int, double> value)
    {
        int stride = (transposed ? rows : columns) + Gap;
        PinnedBuffer<T> buffer = new((transposed ? columns : rows) * stride);
        buffer.Span.Fill(VectorFunctions.From<T>(double.NaN));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                buffer.Span[transposed ? (column * stride) + row : (row * stride) + column] = VectorFunctions.From<T>(value(row, column));
            }
        }

        return buffer;
    }
}
