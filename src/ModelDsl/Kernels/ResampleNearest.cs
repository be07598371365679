using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A row of an image with repeated pixels.</summary>
internal readonly struct NearestRow<T>(Address<T> source, Address<T> destination, ResampleShape shape) : IResampleRow<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>(nint row)
        where V : struct, ISimd<V, T>
    {
        int channels = shape.Channels, factor = shape.FactorWidth;
        Address<T> input = source + (row / shape.FactorHeight * shape.SmallStride);
        Address<T> output = destination + (row * shape.LargeStride);
        for (int x = shape.Width; x > 0; x--, input += channels)
        {
            for (int copy = 0; copy < factor; copy++, output += channels)
            {
                int channel = 0;
                for (; channel <= channels - V.Count; channel += V.Count)
                {
                    V.Store(V.Load(input + channel), output + channel);
                }

                if (channel < channels)
                {
                    V.Store(V.Load(input + channel, channels - channel), output + channel, channels - channel);
                }
            }
        }
    }
}

/// <summary>A row of the gradient of an image whose pixels were repeated.</summary>
internal readonly struct NearestGradientRow<T>(Address<T> outputGradient, Address<T> inputGradient, ResampleShape shape) : IResampleRow<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>(nint row)
        where V : struct, ISimd<V, T>
    {
        int channels = shape.Channels;
        Address<T> first = outputGradient + (row * shape.FactorHeight * shape.LargeStride);
        Address<T> output = inputGradient + (row * shape.SmallStride);
        for (int x = shape.Width; x > 0; x--, first += shape.FactorWidth * channels, output += channels)
        {
            int channel = 0;
            for (; channel <= channels - V.Count; channel += V.Count)
            {
                V.Store(Sum<V>(first + channel, V.Count), output + channel);
            }

            if (channel < channels)
            {
                V.Store(Sum<V>(first + channel, channels - channel), output + channel, channels - channel);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Sum<V>(Address<T> input, int count)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        for (int y = shape.FactorHeight; y > 0; y--, input += shape.LargeStride)
        {
            Address<T> pixel = input;
            for (int x = shape.FactorWidth; x > 0; x--, pixel += shape.Channels)
            {
                sum += V.Load(pixel, count);
            }
        }

        return sum;
    }
}
