using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The maximum of a window.</summary>
internal readonly struct MaxWindow<T>(Address<T> source, Address<T> destination, PoolShape shape) : IPoolWindow<T>
    where T : unmanaged
{
    private readonly nint step = shape.Channels;
    private readonly nint rowStep = (nint)shape.InputWidth * shape.Channels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint output, nint input, int rows, int columns, int place, int count)
        where V : struct, ISimd<V, T>
    {
        V best = V.Constant(double.NegativeInfinity);
        Address<T> row = source + input;
        if (rows == 2 && columns == 2)
        {
            best = V.Load(row, count);
            Larger<V, T>.Take(V.Load(row + step, count), ref best);
            Larger<V, T>.Take(V.Load(row + rowStep, count), ref best);
            Larger<V, T>.Take(V.Load(row + rowStep + step, count), ref best);
            V.Store(best, destination + output, count);
            return;
        }

        for (; rows > 0; rows--, row += rowStep)
        {
            Address<T> pixel = row;
            for (int column = columns; column > 0; column--, pixel += step)
            {
                Larger<V, T>.Take(V.Load(pixel, count), ref best);
            }
        }

        V.Store(best, destination + output, count);
    }
}

/// <summary>The maximum of a window and its place.</summary>
internal readonly struct MaxIndexWindow<T, TIndex>(Address<T> source, Address<T> destination, Address<TIndex> index, PoolShape shape) : IPoolWindow<T>
    where T : unmanaged
    where TIndex : unmanaged
{
    private readonly nint step = shape.Channels;
    private readonly nint rowStep = (nint)shape.InputWidth * shape.Channels;
    private readonly int windowWidth = shape.WindowWidth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint output, nint input, int rows, int columns, int place, int count)
        where V : struct, ISimd<V, T>
    {
        V best = V.Constant(double.NegativeInfinity);
        V bestPlace = PoolIndex<V, T, TIndex>.Place(place);
        Address<T> row = source + input;
        if (rows == 2 && columns == 2)
        {
            best = V.Load(row, count);
            Larger<V, T>.Take(V.Load(row + step, count), PoolIndex<V, T, TIndex>.Place(place + 1), ref best, ref bestPlace);
            Larger<V, T>.Take(V.Load(row + rowStep, count), PoolIndex<V, T, TIndex>.Place(place + windowWidth), ref best, ref bestPlace);
            Larger<V, T>.Take(V.Load(row + rowStep + step, count), PoolIndex<V, T, TIndex>.Place(place + windowWidth + 1), ref best, ref bestPlace);
            V.Store(best, destination + output, count);
            PoolIndex<V, T, TIndex>.Store(bestPlace, index + output, count);
            return;
        }

        for (; rows > 0; rows--, row += rowStep, place += windowWidth)
        {
            Address<T> pixel = row;
            V current = PoolIndex<V, T, TIndex>.Place(place);
            for (int column = columns; column > 0; column--, pixel += step, current += PoolIndex<V, T, TIndex>.Step)
            {
                Larger<V, T>.Take(V.Load(pixel, count), current, ref best, ref bestPlace);
            }
        }

        V.Store(best, destination + output, count);
        PoolIndex<V, T, TIndex>.Store(bestPlace, index + output, count);
    }
}

/// <summary>The gradient of one input: the sum over the windows whose maximum it was.</summary>
internal readonly struct MaxGradientPixel<T, TIndex>(Address<T> outputGradient, Address<TIndex> index, Address<T> inputGradient, PoolShape shape) : IPoolPixel<T>
    where T : unmanaged
    where TIndex : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint input, int y, int x, nint output, PixelSpan rows, PixelSpan columns, int count)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        for (int row = rows.From; row < rows.To; row++)
        {
            int place = ((y - (row * shape.StrideHeight) + shape.PaddingTop) * shape.WindowWidth) + x + shape.PaddingLeft;
            for (int column = columns.From; column < columns.To; column++)
            {
                nint pixel = output + ((((nint)row * shape.OutputWidth) + column) * shape.Channels);
                V chosen = V.Equal(PoolIndex<V, T, TIndex>.Load(index + pixel, count), PoolIndex<V, T, TIndex>.Place(place - (column * shape.StrideWidth)));
                sum += chosen & V.Load(outputGradient + pixel, count);
            }
        }

        V.Store(sum, inputGradient + input, count);
    }
}

/// <summary>The order of a maximum.</summary>
internal static class Larger<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    /// <summary>Replaces <paramref name="best"/> by <paramref name="value"/> where that is greater, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(V value, ref V best) =>
        best = V.Select(V.GreaterThan(value, best), value, V.Select(V.Equal(value, value), best, value));

    /// <summary>The same, and its place with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Take(V value, V place, ref V best, ref V bestPlace)
    {
        V greater = V.GreaterThan(value, best), isNumber = V.Equal(value, value);
        best = V.Select(greater, value, V.Select(isNumber, best, value));
        bestPlace = V.Select(greater, place, V.Select(isNumber, bestPlace, place));
    }
}
