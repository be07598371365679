using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>One product of matrices of made-up values, with the epilogue <see cref="TwiceAndPlace{T}"/>.</summary>
internal sealed record MatMulCase(int Rows, int Inner, int Columns, bool LeftTransposed, bool RightTransposed, bool Accumulate, bool SharesWeights = false)
{
    internal void Check<T>(double tolerance)
        where T : unmanaged
    {
        T[] result = Result<T>();
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                double sum = Accumulate ? MatMulOperands<T>.Old(row, column) : 0;
                for (int p = 0; p < Inner; p++)
                {
                    sum += MatMulOperands<T>.Left(row, p) * MatMulOperands<T>.Right(p, column);
                }

                double expected = (2 * sum) + row + (column / 8.0);
                double actual = VectorFunctions.To(result[(row * Columns) + column]);
                Assert.True(Math.Abs(expected - actual) <= tolerance * (Inner + row + column + 4), $"{this}: element ({row}, {column}) is {actual}, not {expected}.");
            }
        }
    }

    /// <summary>One to four threads give the same bits.</summary>
    internal void CheckThreads()
    {
        float[] expected = WithThreads.Get(1, Result<float>);
        for (int threads = 2; threads <= 4; threads++)
        {
            Assert.Equal(expected, WithThreads.Get(threads, Result<float>));
        }
    }

    internal T[] Result<T>()
        where T : unmanaged
    {
        using MatMulOperands<T> operands = new(this);
        operands.Multiply();
        return operands.Result;
    }

    internal T[] ResultOfPacked<T>()
        where T : unmanaged
    {
        using MatMulOperands<T> operands = new(this);
        using PackedRoom<T> room = new(Inner, Columns);
        operands.Pack(room.Address, isForgotten: Columns > 1 && Rows > (RightTransposed ? 4 : 1));
        operands.Multiply();
        return operands.Result;
    }
}
