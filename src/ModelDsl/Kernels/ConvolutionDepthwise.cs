using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A part of a convolution, or of the gradient of its input, in which each channel has a filter of its own: vectors run along the channels.</summary>
internal static unsafe class ConvolutionDepthwise<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Computes the results of a block.</summary>
    internal static void Run(in ConvolutionPlan<T> plan, in ConvolutionBlock block)
    {
        ConvolutionGeometry geometry = plan.Geometry;
        ConvolutionAxis y = geometry.Y, x = geometry.X;
        T* source = geometry.Region(plan.Source, in block, out nint examplePitch);
        nint channels = geometry.OutputChannels;
        for (int i = 0; i < plan.Taps.Count; i++)
        {
            ref ConvolutionPhase phase = ref plan.Taps.Phases[i];
            DepthwiseRow<T> row = new()
            {
                Weight = plan.Weight, Kernel = plan.Taps.Kernel + phase.FirstTap, Offsets = phase.Offsets, Taps = phase.Taps, Channels = channels,
                Pixels = x.Count(phase.X), SourceStep = x.SourceStep * channels, OutputStep = x.OutputStep * channels,
            };
            for (nint example = block.Example; example < block.ExampleEnd; example++)
            {
                for (nint step = block.Row; step < Math.Min(block.RowEnd, y.Count(phase.Y)); step++)
                {
                    row.Source = source + ((example - block.Example) * examplePitch) + ((step - block.Row) * y.SourceStep * geometry.Pitch);
                    row.Output = plan.Output + ((((example * y.Output) + (step * y.OutputStep) + phase.Y) * x.Output) + phase.X) * channels;
                    Row(in row);
                }
            }
        }
    }

    /// <summary>The pixels of a row, up to eight at once, so that an addition need not wait for the one before.</summary>
    private static void Row(in DepthwiseRow<T> row)
    {
        nint blocks = Partition.Count(row.Pixels, 8);
        for (nint i = 0; i < blocks; i++)
        {
            nint pixel = i * row.Pixels / blocks;
            switch (((i + 1) * row.Pixels / blocks) - pixel)
            {
                case 1: Block<Size1>(in row, pixel); break;
                case 2: Block<Size2>(in row, pixel); break;
                case 3: Block<Size3>(in row, pixel); break;
                case 4: Block<Size4>(in row, pixel); break;
                case 5: Block<Size5>(in row, pixel); break;
                case 6: Block<Size6>(in row, pixel); break;
                case 7: Block<Size7>(in row, pixel); break;
                default: Block<Size8>(in row, pixel); break;
            }
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Block<TPixels>(in DepthwiseRow<T> row, nint pixel)
        where TPixels : struct, ISize
    {
        nint channel = 0;
        for (; channel <= row.Channels - V.Count; channel += V.Count)
        {
            Strip<TPixels>(in row, pixel, channel, V.Count);
        }

        if (channel < row.Channels)
        {
            Strip<TPixels>(in row, pixel, channel, (int)(row.Channels - channel));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TPixels>(in DepthwiseRow<T> row, nint pixel, nint channel, int count)
        where TPixels : struct, ISize
    {
        nint step = row.SourceStep, three = 3 * step, taps = row.Taps, channels = row.Channels, next = row.OutputStep;
        Address<T> source = new(row.Source + (pixel * step) + channel), output = new(row.Output + (pixel * next) + channel), weights = new(row.Weight + channel);
        int* kernel = row.Kernel;
        nint* offsets = row.Offsets;
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero, e = V.Zero, f = V.Zero, g = V.Zero, h = V.Zero;
        for (nint tap = 0; tap < taps; tap++)
        {
            V weight = V.Load(weights + (kernel[tap] * channels), count);
            Address<T> first = source + offsets[tap], second = first + (4 * step);
            a = V.FusedMultiplyAdd(V.Load(first, count), weight, a);
            b = TPixels.Value > 1 ? V.FusedMultiplyAdd(V.Load(first + step, count), weight, b) : b;
            c = TPixels.Value > 2 ? V.FusedMultiplyAdd(V.Load(first + (2 * step), count), weight, c) : c;
            d = TPixels.Value > 3 ? V.FusedMultiplyAdd(V.Load(first + three, count), weight, d) : d;
            e = TPixels.Value > 4 ? V.FusedMultiplyAdd(V.Load(second, count), weight, e) : e;
            f = TPixels.Value > 5 ? V.FusedMultiplyAdd(V.Load(second + step, count), weight, f) : f;
            g = TPixels.Value > 6 ? V.FusedMultiplyAdd(V.Load(second + (2 * step), count), weight, g) : g;
            h = TPixels.Value > 7 ? V.FusedMultiplyAdd(V.Load(second + three, count), weight, h) : h;
        }

        V.Store(a, output, count);
        Store<TPixels>(1, b, output, next, count);
        Store<TPixels>(2, c, output, next, count);
        Store<TPixels>(3, d, output, next, count);
        Store<TPixels>(4, e, output, next, count);
        Store<TPixels>(5, f, output, next, count);
        Store<TPixels>(6, g, output, next, count);
        Store<TPixels>(7, h, output, next, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TPixels>(int pixel, V value, Address<T> output, nint next, int count)
        where TPixels : struct, ISize
    {
        if (TPixels.Value > pixel)
        {
            V.Store(value, output + (pixel * next), count);
        }
    }
}

/// <summary>The results of one phase in one row of the output.</summary>
internal unsafe struct DepthwiseRow<T>
    where T : unmanaged
{
    internal T* Weight;
    internal T* Source;
    internal T* Output;
    internal int* Kernel;
    internal nint* Offsets;
    internal nint Taps;
    internal nint Channels;
    internal nint Pixels;
    internal nint SourceStep;
    internal nint OutputStep;
}
