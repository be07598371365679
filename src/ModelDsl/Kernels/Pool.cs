using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Pooling over images that are stored as (example, height, width, channels). A gradient is gathered by the input it belongs to, in a fixed order,
/// so results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pool
{
    /// <summary>Each output is the maximum of its window. The padding does not count; NaN is larger than any number; a window without inputs gives −∞.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">The inputs, batch × input height × input width × channels.</param>
    /// <param name="output">The maxima, batch × output height × output width × channels.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Max<T>(Address<T> input, Address<T> output, nint batch, in PoolShape shape)
        where T : unmanaged => Forward<T, MaxWindow<T>>(new MaxWindow<T>(input, output, shape), batch, shape);

    /// <summary>The maximum of each window, and its place there: that of the first maximum or, as PyTorch has it, of the last NaN.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TIndex">The type of a place: <see cref="byte"/> for windows of up to 256 places, else <see cref="ushort"/>.</typeparam>
    /// <param name="input">The inputs, batch × input height × input width × channels.</param>
    /// <param name="output">The maxima, batch × output height × output width × channels.</param>
    /// <param name="index">The places, row × window width + column in the window, as many as outputs.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <exception cref="NotSupportedException">The window has more places than <typeparamref name="TIndex"/> can tell apart.</exception>
    public static void Max<T, TIndex>(Address<T> input, Address<T> output, Address<TIndex> index, nint batch, in PoolShape shape)
        where T : unmanaged
        where TIndex : unmanaged
    {
        CheckIndex<TIndex>(shape);
        Forward<T, MaxIndexWindow<T, TIndex>>(new MaxIndexWindow<T, TIndex>(input, output, index, shape), batch, shape);
    }

    /// <summary>The gradient of the maxima: each output's goes to the input that was its maximum, those of several outputs are added, and other inputs get 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TIndex">The type of a place, as in <see cref="Max{T, TIndex}"/>.</typeparam>
    /// <param name="outputGradient">The gradient of the outputs.</param>
    /// <param name="index">The places of the maxima.</param>
    /// <param name="inputGradient">The gradient of the inputs; it is overwritten.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <exception cref="NotSupportedException">The window has more places than <typeparamref name="TIndex"/> can tell apart.</exception>
    public static void MaxGradient<T, TIndex>(Address<T> outputGradient, Address<TIndex> index, Address<T> inputGradient, nint batch, in PoolShape shape)
        where T : unmanaged
        where TIndex : unmanaged
    {
        CheckIndex<TIndex>(shape);
        if (shape.IsTiling)
        {
            int cost = 1 + shape.Window;
            nint rows = batch * shape.OutputHeight, columns = (nint)shape.OutputWidth * shape.Channels, height = Partition.Rows(rows, columns, cost);
            Partition.Run(new PoolScatterJob<T, TIndex>(outputGradient, index, inputGradient, shape, rows, height), rows * columns, cost, Partition.Count(rows, height));
            return;
        }

        Backward<T, MaxGradientPixel<T, TIndex>>(new MaxGradientPixel<T, TIndex>(outputGradient, index, inputGradient, shape), batch, shape);
    }

    /// <summary>Each output is the mean of the inputs in its window; the padding does not count. A window without inputs gives 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">The inputs, batch × input height × input width × channels.</param>
    /// <param name="output">The means, batch × output height × output width × channels.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Average<T>(Address<T> input, Address<T> output, nint batch, in PoolShape shape)
        where T : unmanaged => Forward<T, AverageWindow<T>>(new AverageWindow<T>(input, output, shape), batch, shape);

    /// <summary>The gradient of the means: each output's, divided by the number of inputs in its window, goes to all of them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputGradient">The gradient of the outputs.</param>
    /// <param name="inputGradient">The gradient of the inputs; it is overwritten.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void AverageGradient<T>(Address<T> outputGradient, Address<T> inputGradient, nint batch, in PoolShape shape)
        where T : unmanaged => Backward<T, AverageGradientPixel<T>>(new AverageGradientPixel<T>(outputGradient, inputGradient, shape), batch, shape);

    private static void Forward<T, TWindow>(TWindow window, nint batch, in PoolShape shape)
        where T : unmanaged
        where TWindow : struct, IPoolWindow<T>
    {
        nint rows = batch * shape.OutputHeight;
        nint columns = (nint)shape.OutputWidth * shape.Channels;
        nint height = Partition.Rows(rows, columns, shape.Window);
        PoolForwardJob<T, TWindow> job = new(window, shape, rows, height);
        Partition.Run(in job, rows * columns, shape.Window, Partition.Count(rows, height));
    }

    private static void Backward<T, TPixel>(TPixel pixel, nint batch, in PoolShape shape)
        where T : unmanaged
        where TPixel : struct, IPoolPixel<T>
    {
        // About as many windows hold an input as fit into one by their strides.
        int cost = 1 + (shape.Window / (shape.StrideHeight * shape.StrideWidth));
        nint rows = batch * shape.InputHeight;
        nint columns = (nint)shape.InputWidth * shape.Channels;
        nint height = Partition.Rows(rows, columns, cost);
        PoolBackwardJob<T, TPixel> job = new(pixel, shape, rows, height);
        Partition.Run(in job, rows * columns, cost, Partition.Count(rows, height));
    }

    private static void CheckIndex<TIndex>(in PoolShape shape)
        where TIndex : unmanaged
    {
        int places = typeof(TIndex) == typeof(byte) ? 256 : typeof(TIndex) == typeof(ushort) ? 65536 : 0;
        if (shape.Window > places)
        {
            throw new NotSupportedException($"A window of {shape.WindowHeight} × {shape.WindowWidth} has more places than the {places} that {typeof(TIndex).Name} can tell apart.");
        }
    }
}
