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

    [MethodImpl(Simd.Loop)]
    private static void Row(in DepthwiseRow<T> row)
    {
        nint channel = 0;
        for (; channel <= row.Channels - V.Count; channel += V.Count)
        {
            Strip(in row, channel, V.Count);
        }

        if (channel < row.Channels)
        {
            Strip(in row, channel, (int)(row.Channels - channel));
        }
    }

    /// <summary>The results of one vector of channels, four pixels at a time, so that an addition need not wait for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip(in DepthwiseRow<T> row, nint channel, int count)
    {
        Address<T> weight = new(row.Weight + channel), source = new(row.Source + channel), output = new(row.Output + channel);
        nint pixel = 0, step = row.SourceStep, taps = row.Taps;
        for (; pixel <= row.Pixels - 4; pixel += 4, source += 4 * step, output += 4 * row.OutputStep)
        {
            V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
            for (nint tap = 0; tap < taps; tap++)
            {
                V w = V.Load(weight + (row.Kernel[tap] * row.Channels), count);
                Address<T> place = source + row.Offsets[tap];
                a = V.FusedMultiplyAdd(V.Load(place, count), w, a);
                b = V.FusedMultiplyAdd(V.Load(place + step, count), w, b);
                c = V.FusedMultiplyAdd(V.Load(place + (2 * step), count), w, c);
                d = V.FusedMultiplyAdd(V.Load(place + (3 * step), count), w, d);
            }

            V.Store(a, output, count);
            V.Store(b, output + row.OutputStep, count);
            V.Store(c, output + (2 * row.OutputStep), count);
            V.Store(d, output + (3 * row.OutputStep), count);
        }

        for (; pixel < row.Pixels; pixel++, source += step, output += row.OutputStep)
        {
            V a = V.Zero;
            for (nint tap = 0; tap < taps; tap++)
            {
                a = V.FusedMultiplyAdd(V.Load(source + row.Offsets[tap], count), V.Load(weight + (row.Kernel[tap] * row.Channels), count), a);
            }

            V.Store(a, output, count);
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
