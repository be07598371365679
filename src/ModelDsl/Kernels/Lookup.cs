using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Rows of a table by whole numbers, which stand among values as numbers of the same type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Lookup
{
    /// <summary>Columns of a part of a scattered sum: whole lines of the cache, so that no two parts write to the same.</summary>
    private const int Block = 64;

    /// <summary>From so many ids for each row of the sums on, adding the sums of two halves costs little beside them.</summary>
    private const int IdsWorthHalving = 8;

    /// <summary>The least number of elements to add that are halved.</summary>
    private const int ElementsWorthHalving = 1 << 16;

    /// <summary>output[i] = table[ids[i]], row by row.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="table">The table, row after row; every id is a row of it.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="output">The rows that they name.</param>
    /// <param name="count">The number of ids.</param>
    /// <param name="columns">The width of a row.</param>
    public static void Gather<T>(Address<T> table, Address<T> ids, Address<T> output, nint count, nint columns)
        where T : unmanaged
    {
        nint height = Partition.Rows(count, columns, cost: 1);
        GatherJob<T> job = new(table, ids, output, count, columns, height);
        Partition.Run(in job, count * columns, cost: 1, Partition.Count(count, height));
    }

    /// <summary>
    /// sums[r] = Σ values[i] over all i with ids[i] = r, in the order of i. Parts are columns, so each sum has one writer. Where many values are added up in few rows,
    /// those of the first half of the ids and those of the second are summed apart and then added: each thread reads the values that it has written.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The rows to add, row after row.</param>
    /// <param name="ids">The row of <paramref name="sums"/> that each belongs to.</param>
    /// <param name="sums">The sums, row after row; they are overwritten.</param>
    /// <param name="count">The number of ids.</param>
    /// <param name="columns">The width of a row.</param>
    /// <param name="rows">The rows of <paramref name="sums"/>.</param>
    /// <param name="ignored">A row that stays 0, or −1.</param>
    public static unsafe void ScatterAdd<T>(Address<T> values, Address<T> ids, Address<T> sums, nint count, nint columns, nint rows, int ignored)
        where T : unmanaged
    {
        bool isHalved = count >= IdsWorthHalving * rows && count * columns >= ElementsWorthHalving;
        Address<T> second = isHalved ? new Address<T>(Scratch.Rent<T>(Scratch.ScatteredSums, rows * columns)) : default;
        nint blocks = Partition.Count(columns, Block), shares = isHalved ? nint.Clamp(Parallelism.Threads / 2, 1, blocks) : blocks;
        ScatterJob<T> job = new(values, ids, sums, second, isHalved ? count / 2 : count, count, columns, rows, ignored, shares);
        Partition.Run(in job, (count + rows) * columns, cost: 1, (isHalved ? 2 : 1) * shares);
        if (isHalved)
        {
            Map.RunFlat<T, AddMap<T>>(new AddMap<T>(second, sums), rows * columns, cost: 1);
        }
    }

    /// <summary>The whole number that a value is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Id<T>(T value)
        where T : unmanaged => typeof(T) == typeof(float) ? (nint)Unsafe.BitCast<T, float>(value) : (nint)Unsafe.BitCast<T, double>(value);

    /// <summary>A whole number as a value.</summary>
    internal static T Number<T>(nint number)
        where T : unmanaged => typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(number) : Unsafe.BitCast<double, T>(number);

    private readonly struct GatherJob<T>(Address<T> table, Address<T> ids, Address<T> output, nint count, nint columns, nint height) : IJob
        where T : unmanaged
    {
        public unsafe void Run(int part)
        {
            nint end = nint.Min(count, (part + 1) * height);
            for (nint i = part * height; i < end; i++)
            {
                new ReadOnlySpan<T>(table.Pointer + (Id(ids[i]) * columns), (int)columns).CopyTo(new Span<T>(output.Pointer + (i * columns), (int)columns));
            }
        }
    }

    /// <summary>
    /// Sums of <paramref name="shares"/> runs of columns. Of halves, a thread has one run: another that came to its aid would read a piece of every row, all of which the first writes
    /// again, line by line from the other core.
    /// </summary>
    private readonly struct ScatterJob<T>(
        Address<T> values, Address<T> ids, Address<T> sums, Address<T> second, nint half, nint count, nint columns, nint rows, int ignored, nint shares) : IJob
        where T : unmanaged
    {
        public void Run(int part)
        {
            (nint number, nint share) = Math.DivRem(part, shares);
            nint blocks = Partition.Count(columns, Block);
            for (nint block = share * blocks / shares; block < (share + 1) * blocks / shares; block++)
            {
                Columns(number, block);
            }
        }

        private void Columns(nint number, nint block)
        {
            nint from = block * Block, first = number * half;
            ScatterColumns<T> work = new(
                values + (first * columns) + from,
                ids + first,
                (number == 0 ? sums : second) + from,
                number == 0 ? half : count - half,
                columns,
                rows,
                (int)nint.Min(Block, columns - from),
                ignored);
            Simd.Run<T, ScatterColumns<T>>(work);
        }
    }

    /// <summary>The sums of <paramref name="width"/> columns.</summary>
    private readonly struct ScatterColumns<T>(Address<T> values, Address<T> ids, Address<T> sums, nint count, nint columns, nint rows, int width, int ignored) : ISimdWork<T>
        where T : unmanaged
    {
        [MethodImpl(Simd.Loop)]
        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            for (nint row = 0; row < rows; row++)
            {
                for (int column = 0; column < width; column += V.Count)
                {
                    V.Store(V.Zero, sums + (row * columns) + column, width - column);
                }
            }

            for (nint i = 0; i < count; i++)
            {
                nint row = Id(ids[i]);
                for (int column = 0; column < width && row != ignored; column += V.Count)
                {
                    Address<T> sum = sums + (row * columns) + column;
                    V.Store(V.Load(sum, width - column) + V.Load(values + (i * columns) + column, width - column), sum, width - column);
                }
            }
        }
    }
}
