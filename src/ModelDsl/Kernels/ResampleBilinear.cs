using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A row of an image that is interpolated.</summary>
internal readonly struct BilinearRow<T>(Address<T> source, Address<T> destination, ResampleShape shape) : IResampleRow<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>(nint row)
        where V : struct, ISimd<V, T>
    {
        int channels = shape.Channels;
        BilinearAxis horizontal = shape.Horizontal;
        (nint example, nint place) = Math.DivRem(row, shape.LargeHeight);
        BilinearPoint y = shape.Vertical.At((int)place);
        Address<T> image = source + (example * shape.Height * shape.SmallStride);
        Address<T> upper = image + (y.First * shape.SmallStride), lower = image + (y.Second * shape.SmallStride);
        Address<T> output = destination + (row * shape.LargeStride);
        V up = V.Constant(1 - y.Weight), down = V.Constant(y.Weight);
        for (int column = 0; column < shape.LargeWidth; column++, output += channels)
        {
            BilinearPoint x = horizontal.At(column);
            nint first = (nint)x.First * channels, second = (nint)x.Second * channels;
            V left = V.Constant(1 - x.Weight), right = V.Constant(x.Weight);
            for (int channel = 0; channel < channels; channel += V.Count)
            {
                int count = Math.Min(V.Count, channels - channel);
                V top = V.FusedMultiplyAdd(V.Load(upper + second + channel, count), right, V.Load(upper + first + channel, count) * left);
                V bottom = V.FusedMultiplyAdd(V.Load(lower + second + channel, count), right, V.Load(lower + first + channel, count) * left);
                V.Store(V.FusedMultiplyAdd(bottom, down, top * up), output + channel, count);
            }
        }
    }
}

/// <summary>A row of the gradient of an image that was interpolated.</summary>
internal readonly struct BilinearGradientRow<T>(Address<T> outputGradient, Address<T> inputGradient, ResampleShape shape) : IResampleRow<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>(nint row)
        where V : struct, ISimd<V, T>
    {
        (nint example, nint y) = Math.DivRem(row, shape.Height);
        Address<T> image = outputGradient + (example * shape.LargeHeight * shape.LargeStride);
        Address<T> output = inputGradient + (row * shape.SmallStride);
        PoolSpan places = shape.Vertical.Places((int)y);
        for (int x = 0; x < shape.Width; x++, output += shape.Channels)
        {
            Clear<V>(output);
            for (int place = places.From; place < places.To; place++)
            {
                AddRow<V>(image + (place * shape.LargeStride), shape.Vertical.At(place).WeightOf((int)y), x, output);
            }
        }
    }

    /// <summary>Adds what a row of the large image gives to the pixel of number <paramref name="x"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow<V>(Address<T> input, double rowWeight, int x, Address<T> output)
        where V : struct, ISimd<V, T>
    {
        BilinearAxis horizontal = shape.Horizontal;
        PoolSpan places = horizontal.Places(x);
        for (int place = places.From; place < places.To; place++)
        {
            V weight = V.Constant(rowWeight * horizontal.At(place).WeightOf(x));
            Address<T> pixel = input + ((nint)place * shape.Channels);
            for (int channel = 0; channel < shape.Channels; channel += V.Count)
            {
                int count = Math.Min(V.Count, shape.Channels - channel);
                V.Store(V.FusedMultiplyAdd(V.Load(pixel + channel, count), weight, V.Load(output + channel, count)), output + channel, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Clear<V>(Address<T> output)
        where V : struct, ISimd<V, T>
    {
        for (int channel = 0; channel < shape.Channels; channel += V.Count)
        {
            V.Store(V.Zero, output + channel, shape.Channels - channel);
        }
    }
}
