using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Drives element-wise regions. Their elements do not depend on each other, so how the work is split never shows in the results.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Map
{
    /// <summary>Runs <paramref name="map"/> over a matrix. A vector never crosses the end of a row.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TMap">The region.</typeparam>
    /// <param name="map">The region with the addresses of its operands.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="cost">About how many floating-point operations one element takes.</param>
    public static void Run<T, TMap>(TMap map, nint rows, nint columns, int cost)
        where T : unmanaged
        where TMap : struct, IMap<T>
    {
        if (rows * columns <= Partition.Elements(cost))
        {
            Block<T, TMap>(map, 0, rows, 0, columns, columns);
            return;
        }

        nint width = nint.Min(columns, rows == 1 ? Partition.Elements(columns, cost) : Partition.Elements(cost));
        nint height = width < columns ? 1 : Partition.Rows(rows, columns, cost);
        MapJob<T, TMap> job = new(map, rows, columns, height, width);
        Partition.Run(in job, rows * columns, cost, Partition.Count(rows, height) * Partition.Count(columns, width));
    }

    /// <summary>Runs <paramref name="map"/> over operands that all have the same shape, as one long row.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TMap">The region; it gets row 0, and a column that equals the index.</typeparam>
    /// <param name="map">The region with the addresses of its operands.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="cost">About how many floating-point operations one element takes.</param>
    public static void RunFlat<T, TMap>(TMap map, nint count, int cost)
        where T : unmanaged
        where TMap : struct, IMap<T> => Run<T, TMap>(map, 1, count, cost);

    /// <summary>Runs <paramref name="map"/> over a part of a matrix on the calling thread: the epilogue of a kernel that has just written it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TMap">The region.</typeparam>
    /// <param name="map">The region with the addresses of its operands.</param>
    /// <param name="rowFrom">The first row.</param>
    /// <param name="rowTo">The row after the last.</param>
    /// <param name="columnFrom">The first column.</param>
    /// <param name="columnTo">The column after the last.</param>
    /// <param name="columns">The number of columns of the whole matrix.</param>
    public static void Block<T, TMap>(TMap map, nint rowFrom, nint rowTo, nint columnFrom, nint columnTo, nint columns)
        where T : unmanaged
        where TMap : struct, IMap<T>
    {
        if (TMap.IsFlat && columnTo - columnFrom == columns)
        {
            Simd.Run<T, MapBlock<T, TMap>>(new MapBlock<T, TMap>(map, 0, 1, rowFrom * columns, rowTo * columns, columns));
        }
        else if (typeof(TMap) != typeof(NoMap<T>))
        {
            Simd.Run<T, MapBlock<T, TMap>>(new MapBlock<T, TMap>(map, rowFrom, rowTo, columnFrom, columnTo, columns));
        }
    }
}

/// <summary>A region cut into blocks of <paramref name="height"/> × <paramref name="width"/>.</summary>
internal readonly struct MapJob<T, TMap>(TMap map, nint rows, nint columns, nint height, nint width) : IJob
    where T : unmanaged
    where TMap : struct, IMap<T>
{
    public void Run(int part)
    {
        nint blocksInRow = Partition.Count(columns, width);
        nint row = part / blocksInRow * height;
        nint column = part % blocksInRow * width;
        Map.Block<T, TMap>(map, row, nint.Min(rows, row + height), column, nint.Min(columns, column + width), columns);
    }
}

/// <summary>The loop over one block.</summary>
internal readonly struct MapBlock<T, TMap>(TMap map, nint rowFrom, nint rowTo, nint columnFrom, nint columnTo, nint columns) : ISimdWork<T>
    where T : unmanaged
    where TMap : struct, IMap<T>
{
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint rest = (columnTo - columnFrom) % V.Count;
        if (rest < columnTo - columnFrom)
        {
            Whole<V>(columnTo - rest);
        }

        if (rest > 0)
        {
            Rest<V>(columnTo - rest, (int)rest);
        }
    }

    /// <summary>The whole vectors of all rows, before column <paramref name="end"/>.</summary>
    [MethodImpl(Simd.Loop)]
    private void Whole<V>(nint end)
        where V : struct, ISimd<V, T>
    {
        // A copy of its own, so that the JIT can keep the operands' addresses in registers.
        TMap region = map;
        for (nint row = rowFrom; row < rowTo; row++)
        {
            nint start = row * columns;
            for (nint column = columnFrom; column < end; column += V.Count)
            {
                region.Apply<V>(row, column, start + column, V.Count);
            }
        }
    }

    /// <summary>The last <paramref name="count"/> elements of all rows, from <paramref name="column"/> on: in a method of its own, as the JIT inlines only so much into one.</summary>
    [MethodImpl(Simd.Loop)]
    private void Rest<V>(nint column, int count)
        where V : struct, ISimd<V, T>
    {
        TMap region = map;
        for (nint row = rowFrom; row < rowTo; row++)
        {
            region.Apply<V>(row, column, (row * columns) + column, count);
        }
    }
}
