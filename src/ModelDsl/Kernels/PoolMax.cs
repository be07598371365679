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
        for (; rows > 0; rows--, row += rowStep)
        {
            Address<T> pixel = row;
            for (int column = columns; column > 0; column--, pixel += step)
            {
                V value = V.Load(pixel, count);
                best = V.Select(Larger<V, T>.Than(value, best), value, best);
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
        for (; rows > 0; rows--, row += rowStep, place += windowWidth)
        {
            Address<T> pixel = row;
            V current = PoolIndex<V, T, TIndex>.Place(place);
            for (int column = columns; column > 0; column--, pixel += step, current += PoolIndex<V, T, TIndex>.Step)
            {
                V value = V.Load(pixel, count);
                V larger = Larger<V, T>.Than(value, best);
                best = V.Select(larger, value, best);
                bestPlace = V.Select(larger, current, bestPlace);
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
    /// <summary>Where <paramref name="value"/> takes the place of <paramref name="best"/>: it is greater, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Than(V value, V best) => V.Select(V.Equal(value, value), V.GreaterThan(value, best), V.Equal(V.Zero, V.Zero));
}
