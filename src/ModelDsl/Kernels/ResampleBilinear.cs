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
        for (int pixel = 0; pixel < shape.Width; pixel++)
        {
            for (int phase = 0; phase < shape.FactorWidth; phase++, output += channels)
            {
                BilinearPoint x = horizontal.At(pixel, phase);
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
}

/// <summary>A row of the gradient of an image that was interpolated.</summary>
internal readonly unsafe struct BilinearGradientRow<T>(Address<T> outputGradient, Address<T> inputGradient, ResampleShape shape) : IResampleRow<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>(nint row)
        where V : struct, ISimd<V, T>
    {
        (nint example, nint y) = Math.DivRem(row, shape.Height);
        Address<T> image = outputGradient + (example * shape.LargeHeight * shape.LargeStride);
        Address<T> output = inputGradient + (row * shape.SmallStride);
        T* weights = Scratch.Rent<T>(Scratch.InterpolationWeights, 2 * (shape.FactorHeight + shape.FactorWidth));
        Address<T> vertical = new(weights), horizontal = new(weights + (2 * shape.FactorHeight));
        PixelSpan rows = Weigh<V>(shape.Vertical, (int)y, vertical);
        for (int x = 0; x < shape.Width; x++, output += shape.Channels)
        {
            PixelSpan columns = Weigh<V>(shape.Horizontal, x, horizontal);
            Address<T> first = image + (rows.From * shape.LargeStride) + ((nint)columns.From * shape.Channels);
            int channel = 0;
            for (; channel <= shape.Channels - V.Count; channel += V.Count)
            {
                V.Store(Sum<V>(first + channel, rows.Count, columns.Count, vertical, horizontal, V.Count), output + channel);
            }

            if (channel < shape.Channels)
            {
                int count = shape.Channels - channel;
                V.Store(Sum<V>(first + channel, rows.Count, columns.Count, vertical, horizontal, count), output + channel, count);
            }
        }
    }

    /// <summary>The places that a pixel has weight in, and its weights there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PixelSpan Weigh<V>(BilinearAxis axis, int pixel, Address<T> weights)
        where V : struct, ISimd<V, T>
    {
        PixelSpan places = axis.Places(pixel);
        for (int place = places.From; place < places.To; place++)
        {
            V.Store(V.Constant(axis.At(place).WeightOf(pixel)), weights + (place - places.From), 1);
        }

        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Sum<V>(Address<T> input, int rows, int columns, Address<T> vertical, Address<T> horizontal, int count)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        for (int y = 0; y < rows; y++, input += shape.LargeStride)
        {
            V inRow = V.Zero;
            Address<T> pixel = input;
            for (int x = 0; x < columns; x++, pixel += shape.Channels)
            {
                inRow = V.FusedMultiplyAdd(V.Load(pixel, count), V.Splat(horizontal[x]), inRow);
            }

            sum = V.FusedMultiplyAdd(inRow, V.Splat(vertical[y]), sum);
        }

        return sum;
    }
}
