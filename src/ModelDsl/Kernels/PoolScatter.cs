using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The gradient of maxima whose windows neither overlap nor reach beyond the input: each output writes to the inputs of its window, and inputs in
/// no window get 0. Cut into blocks of <paramref name="height"/> rows of the output.
/// </summary>
internal readonly struct PoolScatterJob<T, TIndex>(
    Address<T> outputGradient, Address<TIndex> index, Address<T> inputGradient, PoolShape shape, nint rows, nint height) : IJob
    where T : unmanaged
    where TIndex : unmanaged
{
    public void Run(int part)
    {
        nint from = part * height;
        PoolScatter<T, TIndex> work = new(outputGradient, index, inputGradient, shape, from, nint.Min(rows, from + height));
        Simd.RunRows<T, PoolScatter<T, TIndex>>(work, shape.Channels);
    }
}

/// <summary>The rows of the output from <paramref name="from"/> up to <paramref name="to"/>, counted over all examples.</summary>
internal readonly struct PoolScatter<T, TIndex>(
    Address<T> outputGradient, Address<TIndex> index, Address<T> inputGradient, PoolShape shape, nint from, nint to) : ISimdWork<T>
    where T : unmanaged
    where TIndex : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        nint pitch = (nint)shape.InputWidth * shape.Channels;
        for (nint row = from; row < to; row++)
        {
            (nint example, nint y) = Math.DivRem(row, shape.OutputHeight);
            nint input = ((example * shape.InputHeight) + (y * shape.WindowHeight)) * pitch;
            if (shape.WindowHeight == 2 && shape.WindowWidth == 2)
            {
                Square<V>(row, input);
            }
            else
            {
                Row<V>(row, input);
            }

            nint done = (nint)shape.OutputWidth * shape.WindowWidth * shape.Channels;
            for (int i = 0; i < shape.WindowHeight; i++)
            {
                Clear(input + (i * pitch) + done, pitch - done);
            }

            if (y == shape.OutputHeight - 1)
            {
                Clear(input + (shape.WindowHeight * pitch), (shape.InputHeight - (shape.OutputHeight * shape.WindowHeight)) * pitch);
            }
        }
    }

    /// <summary>A row of windows of 2 × 2.</summary>
    [MethodImpl(Simd.Loop)]
    private void Square<V>(nint row, nint input)
        where V : struct, ISimd<V, T>
    {
        (Address<T> gradients, Address<TIndex> places, Address<T> inputs) = (outputGradient, index, inputGradient);
        int channels = shape.Channels, outputs = shape.OutputWidth;
        nint output = row * shape.OutputWidth * channels, below = (nint)shape.InputWidth * channels;
        for (int x = 0; x < outputs; x++, output += channels, input += 2 * channels)
        {
            for (int channel = 0; channel < channels; channel += V.Count)
            {
                int count = Math.Min(V.Count, channels - channel);
                V place = PoolIndex<V, T, TIndex>.Load(places + output + channel, count), gradient = V.Load(gradients + output + channel, count);
                Address<T> first = inputs + input + channel;
                V.Store(Chosen(place, 0, gradient), first, count);
                V.Store(Chosen(place, 1, gradient), first + channels, count);
                V.Store(Chosen(place, 2, gradient), first + below, count);
                V.Store(Chosen(place, 3, gradient), first + below + channels, count);
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    private void Row<V>(nint row, nint input)
        where V : struct, ISimd<V, T>
    {
        (Address<T> gradients, Address<TIndex> places, Address<T> inputs) = (outputGradient, index, inputGradient);
        int channels = shape.Channels, width = shape.WindowWidth, outputs = shape.OutputWidth, window = shape.Window;
        nint output = row * shape.OutputWidth * channels, pitch = (nint)shape.InputWidth * channels;
        for (int x = 0; x < outputs; x++, output += channels, input += width * channels)
        {
            for (int channel = 0; channel < channels; channel += V.Count)
            {
                int count = Math.Min(V.Count, channels - channel);
                V place = PoolIndex<V, T, TIndex>.Load(places + output + channel, count), gradient = V.Load(gradients + output + channel, count);
                for (int i = 0; i < window; i++)
                {
                    V.Store(Chosen(place, i, gradient), inputs + input + channel + (i / width * pitch) + (i % width * channels), count);
                }
            }
        }
    }

    private unsafe void Clear(nint first, nint count) => new Span<T>((inputGradient + first).Pointer, (int)count).Clear();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Chosen<V>(V place, int number, V gradient)
        where V : struct, ISimd<V, T> => V.Select(V.Equal(place, PoolIndex<V, T, TIndex>.Place(number)), gradient, V.Zero);
}
