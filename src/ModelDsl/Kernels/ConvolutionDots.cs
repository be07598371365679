using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// A line of a convolution with few filters, in which a tile would leave most lanes empty: each result is a dot product, and vectors run along the
/// channels of the patch and of a copy of the weights in which a filter's weights lie side by side.
/// </summary>
internal static class ConvolutionDots
{
    /// <summary>The most filters of a group, of which all sums of four pixels stay in registers.</summary>
    private const int MaxColumns = 4;

    /// <summary>Whether dot products along runs of the source cost less than tiles with so few columns.</summary>
    internal static unsafe bool Fits(int columns, in ConvolutionTaps taps, int lanes)
    {
        bool fits = columns <= MaxColumns && 4 * columns <= lanes;
        for (int i = 0; i < taps.Count; i++)
        {
            fits &= taps.Phases[i].Taps == 0 || taps.Phases[i].SegmentLength >= lanes;
        }

        return fits;
    }
}

/// <summary>The dot products of four results at a time.</summary>
internal static unsafe class ConvolutionDots<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The results of a line; <paramref name="columns"/> filters, of which <paramref name="filterStep"/> weights each follow one another.</summary>
    internal static void Line(in TileOperands<T> operands, nint count, T* output, nint outputStep, nint columns, nint filterStep)
    {
        switch (columns)
        {
            case 1: Line<Size1>(in operands, count, output, outputStep, filterStep); break;
            case 2: Line<Size2>(in operands, count, output, outputStep, filterStep); break;
            case 3: Line<Size3>(in operands, count, output, outputStep, filterStep); break;
            default: Line<Size4>(in operands, count, output, outputStep, filterStep); break;
        }
    }

    /// <summary>Four results at a time; the last are computed with those before them, some of them again.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Line<TColumns>(in TileOperands<T> operands, nint count, T* output, nint outputStep, nint filterStep)
        where TColumns : struct, ISize
    {
        nint step = operands.LeftRowStep, i = 0;
        for (; i < count && count >= 4; i += 4)
        {
            nint first = Math.Min(i, count - 4);
            Four<TColumns>(in operands, operands.Left + (first * step), step, output + (first * outputStep), outputStep, filterStep);
        }

        for (; i < count; i++)
        {
            Four<TColumns>(in operands, operands.Left + (i * step), 0, output + (i * outputStep), 0, filterStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<TColumns>(in TileOperands<T> operands, T* left, nint step, T* output, nint outputStep, nint filterStep)
        where TColumns : struct, ISize
    {
        Sums a = default, b = default, c = default, d = default;
        Address<T> weight = new(operands.Right);
        for (nint segment = 0; segment < operands.Segments; segment++, weight += operands.Inner)
        {
            Address<T> source = new(left + operands.Offsets[segment]);
            nint i = 0;
            for (; i <= operands.Inner - V.Count; i += V.Count)
            {
                Add<TColumns>(ref a, ref b, ref c, ref d, source + i, step, weight + i, filterStep, V.Count);
            }

            if (i < operands.Inner)
            {
                Add<TColumns>(ref a, ref b, ref c, ref d, source + i, step, weight + i, filterStep, (int)(operands.Inner - i));
            }
        }

        a.Store<TColumns>(output);
        b.Store<TColumns>(output + outputStep);
        c.Store<TColumns>(output + (2 * outputStep));
        d.Store<TColumns>(output + (3 * outputStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TColumns>(ref Sums a, ref Sums b, ref Sums c, ref Sums d, Address<T> source, nint step, Address<T> weight, nint filterStep, int count)
        where TColumns : struct, ISize
    {
        V first = V.Load(weight, count);
        V second = TColumns.Value > 1 ? V.Load(weight + filterStep, count) : V.Zero;
        V third = TColumns.Value > 2 ? V.Load(weight + (2 * filterStep), count) : V.Zero;
        V fourth = TColumns.Value > 3 ? V.Load(weight + (3 * filterStep), count) : V.Zero;
        a.Add<TColumns>(V.Load(source, count), first, second, third, fourth);
        b.Add<TColumns>(V.Load(source + step, count), first, second, third, fourth);
        c.Add<TColumns>(V.Load(source + (2 * step), count), first, second, third, fourth);
        d.Add<TColumns>(V.Load(source + (3 * step), count), first, second, third, fourth);
    }

    /// <summary>The sums of one pixel, one for each filter.</summary>
    private struct Sums
    {
        private V first;
        private V second;
        private V third;
        private V fourth;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Add<TColumns>(V source, V a, V b, V c, V d)
            where TColumns : struct, ISize
        {
            first = V.FusedMultiplyAdd(source, a, first);
            second = TColumns.Value > 1 ? V.FusedMultiplyAdd(source, b, second) : second;
            third = TColumns.Value > 2 ? V.FusedMultiplyAdd(source, c, third) : third;
            fourth = TColumns.Value > 3 ? V.FusedMultiplyAdd(source, d, fourth) : fourth;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal readonly void Store<TColumns>(T* output)
            where TColumns : struct, ISize
        {
            output[0] = V.Sum(first);
            if (TColumns.Value > 1)
            {
                output[1] = V.Sum(second);
            }

            if (TColumns.Value > 2)
            {
                output[2] = V.Sum(third);
            }

            if (TColumns.Value > 3)
            {
                output[3] = V.Sum(fourth);
            }
        }
    }
}
