using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A part of a weight gradient in which each channel has a filter of its own: vectors run along the channels.</summary>
internal static unsafe class ConvolutionDepthwiseWeights<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Computes the weights from the part's chunk of the examples.</summary>
    internal static void Run(in ConvolutionWeightPlan<T> plan, int part)
    {
        ref readonly ConvolutionGeometry geometry = ref plan.Geometry;
        (nint unit, nint end) = plan.UnitsOf(part);
        T* sums = plan.Sums(plan.ChunkOf(part));
        nint* offsets = Offsets(in geometry, out int taps);
        new Span<T>(sums, (int)plan.Size).Clear();
        for (; unit < end; unit++)
        {
            ConvolutionBlock block = plan.Block(unit);
            T* source = geometry.Region(plan.Source, in block, out nint examplePitch), gradient = plan.GradientOf(in block);
            for (nint example = block.Example; example < block.ExampleEnd; example++)
            {
                for (nint row = block.Row; row < block.RowEnd; row++, gradient += (nint)geometry.X.Output * geometry.OutputChannels)
                {
                    T* line = source + ((example - block.Example) * examplePitch) + ((row - block.Row) * geometry.Y.SourceStep * geometry.Pitch);
                    Row(in geometry, line, gradient, sums, offsets, taps);
                }
            }
        }
    }

    private static nint* Offsets(in ConvolutionGeometry geometry, out int taps)
    {
        taps = geometry.Y.Kernel * geometry.X.Kernel;
        nint* offsets = Scratch.Rent<nint>(Scratch.ConvolutionOffsets, taps);
        for (int tap = 0; tap < taps; tap++)
        {
            geometry.Y.TryTap(0, tap / geometry.X.Kernel, out _, out int y);
            geometry.X.TryTap(0, tap % geometry.X.Kernel, out _, out int x);
            offsets[tap] = geometry.Offset(y, x);
        }

        return offsets;
    }

    [MethodImpl(Simd.Loop)]
    private static void Row(in ConvolutionGeometry geometry, T* source, T* gradient, T* sums, nint* offsets, int taps)
    {
        nint channels = geometry.OutputChannels, pixels = geometry.X.Output, step = geometry.X.SourceStep * channels;
        for (nint tap = 0; tap < taps; tap++)
        {
            Address<T> left = new(source + offsets[tap]), right = new(gradient), sum = new(sums + (tap * channels));
            nint channel = 0;
            for (; channel <= channels - V.Count; channel += V.Count)
            {
                Strip(left + channel, right + channel, sum + channel, pixels, step, channels, V.Count);
            }

            if (channel < channels)
            {
                Strip(left + channel, right + channel, sum + channel, pixels, step, channels, (int)(channels - channel));
            }
        }
    }

    /// <summary>The sum of a row of pixels, as four sums that do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip(Address<T> source, Address<T> gradient, Address<T> sum, nint pixels, nint step, nint channels, int count)
    {
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        nint pixel = 0;
        for (; pixel <= pixels - 4; pixel += 4, source += 4 * step, gradient += 4 * channels)
        {
            a = V.FusedMultiplyAdd(V.Load(source, count), V.Load(gradient, count), a);
            b = V.FusedMultiplyAdd(V.Load(source + step, count), V.Load(gradient + channels, count), b);
            c = V.FusedMultiplyAdd(V.Load(source + (2 * step), count), V.Load(gradient + (2 * channels), count), c);
            d = V.FusedMultiplyAdd(V.Load(source + (3 * step), count), V.Load(gradient + (3 * channels), count), d);
        }

        for (; pixel < pixels; pixel++, source += step, gradient += channels)
        {
            a = V.FusedMultiplyAdd(V.Load(source, count), V.Load(gradient, count), a);
        }

        V.Store(V.Load(sum, count) + (a + b + (c + d)), sum, count);
    }
}
