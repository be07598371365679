using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>What a pooling does with one window.</summary>
internal interface IPoolWindow<T>
    where T : unmanaged
{
    /// <summary>
    /// Computes <paramref name="count"/> channels of the output at element <paramref name="output"/> from <paramref name="rows"/> × <paramref name="columns"/>
    /// inputs, of which the first is at element <paramref name="input"/> and at <paramref name="place"/> in its window. There may be none.
    /// </summary>
    void Apply<V>(nint output, nint input, int rows, int columns, int place, int count)
        where V : struct, ISimd<V, T>;
}

/// <summary>What the gradient of a pooling does with one input.</summary>
internal interface IPoolPixel<T>
    where T : unmanaged
{
    /// <summary>
    /// Computes <paramref name="count"/> channels of the gradient of the input (<paramref name="y"/>, <paramref name="x"/>), at element
    /// <paramref name="input"/>, from the outputs in <paramref name="rows"/> × <paramref name="columns"/>, of which the example's first is at element
    /// <paramref name="output"/>.
    /// </summary>
    void Apply<V>(nint input, int y, int x, nint output, PixelSpan rows, PixelSpan columns, int count)
        where V : struct, ISimd<V, T>;
}

/// <summary>A pooling, cut into blocks of <paramref name="height"/> rows of the output.</summary>
internal readonly struct PoolForwardJob<T, TWindow>(TWindow window, PoolShape shape, nint rows, nint height) : IJob
    where T : unmanaged
    where TWindow : struct, IPoolWindow<T>
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.RunRows<T, PoolForward<T, TWindow>>(new PoolForward<T, TWindow>(window, shape, from, nint.Min(rows, from + height)), shape.Channels);
    }
}

/// <summary>The gradient of a pooling, cut into blocks of <paramref name="height"/> rows of the input.</summary>
internal readonly struct PoolBackwardJob<T, TPixel>(TPixel pixel, PoolShape shape, nint rows, nint height) : IJob
    where T : unmanaged
    where TPixel : struct, IPoolPixel<T>
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.RunRows<T, PoolBackward<T, TPixel>>(new PoolBackward<T, TPixel>(pixel, shape, from, nint.Min(rows, from + height)), shape.Channels);
    }
}

/// <summary>The rows of the output from <paramref name="from"/> up to <paramref name="to"/>, counted over all examples.</summary>
internal readonly struct PoolForward<T, TWindow>(TWindow window, PoolShape shape, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
    where TWindow : struct, IPoolWindow<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint row = from; row < to; row++)
        {
            (nint example, nint y) = Math.DivRem(row, shape.OutputHeight);
            Row<V>(row, (int)y, example * shape.InputHeight);
        }
    }

    [MethodImpl(Simd.Loop)]
    private void Row<V>(nint outputRow, int y, nint inputRow)
        where V : struct, ISimd<V, T>
    {
        TWindow own = window;
        PoolAxis horizontal = shape.Horizontal;
        PixelSpan rows = shape.Vertical.Inputs(y);
        int height = rows.Count, channels = shape.Channels;
        int placeOfRow = (rows.From - shape.Vertical.Start(y)) * shape.WindowWidth;
        nint input = (inputRow + rows.From) * shape.InputWidth * channels;
        nint output = outputRow * shape.OutputWidth * channels;
        for (int x = 0; x < shape.OutputWidth; x++, output += channels)
        {
            PixelSpan columns = horizontal.Inputs(x);
            int width = columns.Count, place = placeOfRow + columns.From - horizontal.Start(x);
            nint first = input + ((nint)columns.From * channels);
            int channel = 0;

            // The most common window as constants, which leave no loop.
            bool square = height == 2 && width == 2;
            for (; square && channel <= channels - V.Count; channel += V.Count)
            {
                own.Apply<V>(output + channel, first + channel, 2, 2, place, V.Count);
            }

            for (; channel <= channels - V.Count; channel += V.Count)
            {
                own.Apply<V>(output + channel, first + channel, height, width, place, V.Count);
            }

            if (channel < channels)
            {
                own.Apply<V>(output + channel, first + channel, height, width, place, channels - channel);
            }
        }
    }
}

/// <summary>The rows of the input's gradient from <paramref name="from"/> up to <paramref name="to"/>, counted over all examples.</summary>
internal readonly struct PoolBackward<T, TPixel>(TPixel pixel, PoolShape shape, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
    where TPixel : struct, IPoolPixel<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint row = from; row < to; row++)
        {
            (nint example, nint y) = Math.DivRem(row, shape.InputHeight);
            Row<V>(row, (int)y, example * shape.OutputHeight * shape.OutputWidth * shape.Channels);
        }
    }

    [MethodImpl(Simd.Loop)]
    private void Row<V>(nint inputRow, int y, nint output)
        where V : struct, ISimd<V, T>
    {
        TPixel own = pixel;
        PoolOutputs windows = new(shape.Horizontal);
        PixelSpan rows = shape.Vertical.Outputs(y);
        int channels = shape.Channels;
        nint input = inputRow * shape.InputWidth * channels;
        for (int x = 0; x < shape.InputWidth; x++, input += channels, windows.Move())
        {
            PixelSpan columns = windows.Current;
            int channel = 0;
            for (; channel <= channels - V.Count; channel += V.Count)
            {
                own.Apply<V>(input + channel, y, x, output + channel, rows, columns, V.Count);
            }

            if (channel < channels)
            {
                own.Apply<V>(input + channel, y, x, output + channel, rows, columns, channels - channel);
            }
        }
    }
}
