using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The mean of the inputs in a window.</summary>
internal readonly struct AverageWindow<T>(Address<T> source, Address<T> destination, PoolShape shape) : IPoolWindow<T>
    where T : unmanaged
{
    private readonly nint step = shape.Channels;
    private readonly nint rowStep = (nint)shape.InputWidth * shape.Channels;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint output, nint input, int rows, int columns, int place, int count)
        where V : struct, ISimd<V, T>
    {
        V factor = V.Constant(1.0 / Math.Max(1, rows * columns));
        V sum = V.Zero;
        Address<T> row = source + input;
        for (; rows > 0; rows--, row += rowStep)
        {
            Address<T> pixel = row;
            for (int column = columns; column > 0; column--, pixel += step)
            {
                sum += V.Load(pixel, count);
            }
        }

        V.Store(sum * factor, destination + output, count);
    }
}

/// <summary>The gradient of one input: its share of each window that holds it.</summary>
internal readonly struct AverageGradientPixel<T>(Address<T> outputGradient, Address<T> inputGradient, PoolShape shape) : IPoolPixel<T>
    where T : unmanaged
{
    private readonly double whole = 1.0 / shape.Window;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<V>(nint input, int y, int x, nint output, PixelSpan rows, PixelSpan columns, int count)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        for (int row = rows.From; row < rows.To; row++)
        {
            int height = shape.Vertical.Inputs(row).Count;
            nint pixel = output + ((((nint)row * shape.OutputWidth) + columns.From) * shape.Channels);
            for (int column = columns.From; column < columns.To; column++, pixel += shape.Channels)
            {
                int inputs = height * shape.Horizontal.Inputs(column).Count;
                double share = inputs == shape.Window ? whole : 1.0 / inputs;
                sum = V.FusedMultiplyAdd(V.Load(outputGradient + pixel, count), V.Constant(share), sum);
            }
        }

        V.Store(sum, inputGradient + input, count);
    }
}
