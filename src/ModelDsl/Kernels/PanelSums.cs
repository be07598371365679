using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The sums of the columns of a panel of a product's right operand, taken when the panel has just been packed or is about to be read: it need not
/// come from memory once more for them. Four sums of each column, each over every fourth row, keep the rounding error small; their order does
/// not depend on the width of vectors.
/// </summary>
internal static unsafe class PanelSums<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Writes the sums, or adds them to those of the blocks of rows before.</summary>
    /// <param name="panel">The panel, whose rows are whole vectors.</param>
    /// <param name="step">How far its rows are apart.</param>
    /// <param name="rows">The rows of the panel.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="columns">The columns that the operand has, at most two vectors.</param>
    /// <param name="add">Whether there are rows before.</param>
    internal static void Add(T* panel, nint step, nint rows, T* sums, nint columns, bool add)
    {
        if (columns > V.Count)
        {
            Two(panel, step, rows, sums, (int)columns - V.Count, add);
        }
        else
        {
            One(panel, step, rows, sums, (int)columns, add);
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Two(T* panel, nint step, nint rows, T* sums, int inSecond, bool add)
    {
        V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero, b0 = V.Zero, b1 = V.Zero, b2 = V.Zero, b3 = V.Zero;
        Address<T> row = new(panel);
        for (; rows >= 4; rows -= 4, row += 4 * step)
        {
            a0 += V.Load(row);
            b0 += V.Load(row + V.Count);
            a1 += V.Load(row + step);
            b1 += V.Load(row + step + V.Count);
            a2 += V.Load(row + (2 * step));
            b2 += V.Load(row + (2 * step) + V.Count);
            a3 += V.Load(row + (3 * step));
            b3 += V.Load(row + (3 * step) + V.Count);
        }

        for (; rows > 0; rows--, row += step)
        {
            a0 += V.Load(row);
            b0 += V.Load(row + V.Count);
        }

        Store(a0 + a1 + (a2 + a3), sums, V.Count, add);
        Store(b0 + b1 + (b2 + b3), sums + V.Count, inSecond, add);
    }

    [MethodImpl(Simd.Loop)]
    private static void One(T* panel, nint step, nint rows, T* sums, int count, bool add)
    {
        V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero;
        Address<T> row = new(panel);
        for (; rows >= 4; rows -= 4, row += 4 * step)
        {
            a0 += V.Load(row);
            a1 += V.Load(row + step);
            a2 += V.Load(row + (2 * step));
            a3 += V.Load(row + (3 * step));
        }

        for (; rows > 0; rows--, row += step)
        {
            a0 += V.Load(row);
        }

        Store(a0 + a1 + (a2 + a3), sums, count, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V sum, T* sums, int count, bool add)
    {
        Address<T> place = new(sums);
        V.Store(add ? V.Load(place, count) + sum : sum, place, count);
    }
}
