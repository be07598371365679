using System.Numerics;
using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl;

/// <summary>The draws of one parameter, some rows of memory at a time.</summary>
/// <param name="memory">The parameter's first element.</param>
/// <param name="order">Its elements in memory.</param>
/// <param name="height">The rows of a part.</param>
/// <param name="key">The parameter's key.</param>
/// <param name="isNormal">Whether draws are normal; otherwise they are uniform.</param>
/// <param name="spread">What draws are multiplied by.</param>
internal readonly unsafe struct ParameterDraws<T>(Address<T> memory, MemoryOrder order, int height, RandomKey key, bool isNormal, double spread) : IJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int BlocksAtATime = 256;

    [MethodImpl(Simd.Loop)]
    public void Run(int part)
    {
        uint* low = stackalloc uint[BlocksAtATime], high = stackalloc uint[BlocksAtATime];
        int end = Math.Min(order.Rows, (part + 1) * height);
        for (int row = part * height; row < end; row++)
        {
            T* place = memory.Pointer + ((nint)row * order.Columns);
            int first = order.First(row);
            for (int column = 0; column < order.Columns; column += BlocksAtATime)
            {
                int count = Math.Min(BlocksAtATime, order.Columns - column);
                Threefry.Blocks(key, (uint)(first + (column * order.Step)), (uint)order.Step, low, high, count);
                Draw(place + column, low, high, count);
            }
        }
    }

    /// <summary>Uniform in (−1, 1), from the upper 52 of 64 random bits: the halves keep it off both ends and symmetric.</summary>
    private static double Uniform(uint low, uint high)
    {
        // Signed, as such a word becomes a floating-point number in one instruction on every processor.
        long word = (long)(((ulong)high << 32) | low) >>> 12;
        return ((word + 0.5) * (2.0 / (1L << 52))) - 1;
    }

    /// <summary>Standard normal (Box and Muller 1958), one of the pair that two uniform numbers give; at most 6.8 in magnitude.</summary>
    private static double Normal(uint low, uint high)
    {
        const double unit = 1.0 / (1L << 32);
        double radius = Math.Sqrt(-2 * Math.Log((low + 0.5) * unit));
        return radius * Math.Cos(2 * Math.PI * (high * unit));
    }

    [MethodImpl(Simd.Loop)]
    private void Draw(T* place, uint* low, uint* high, int count)
    {
        if (isNormal)
        {
            for (int i = 0; i < count; i++)
            {
                place[i] = T.CreateTruncating(spread * Normal(low[i], high[i]));
            }

            return;
        }

        for (int i = 0; i < count; i++)
        {
            place[i] = T.CreateTruncating(spread * Uniform(low[i], high[i]));
        }
    }
}
