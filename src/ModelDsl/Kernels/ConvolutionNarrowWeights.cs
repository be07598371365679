using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// The weights' gradient of few filters, for which a tile would leave most lanes empty: vectors run along the taps and channels, which lie side by side in
/// the source, and each pixel adds its patch times the gradient of each filter.
/// </summary>
internal static unsafe class ConvolutionNarrowWeights<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Whether vectors along a run of so many weights cost less than tiles with so few columns.</summary>
    internal static bool Fits(nint columns, nint length) => columns <= 4 && 4 * columns <= V.Count && length >= V.Count;

    /// <summary>The weights of a run and all filters of a group.</summary>
    /// <param name="operands">The left operand is the source, the right one the results' gradient.</param>
    /// <param name="length">The weights of the run.</param>
    /// <param name="sums">The first weight.</param>
    /// <param name="columns">The filters, 1 to 4.</param>
    /// <param name="stride">From one weight of the run to the next.</param>
    /// <param name="add">Whether the sums are added to what there is.</param>
    internal static void Run(in TileOperands<T> operands, nint length, T* sums, nint columns, nint stride, bool add)
    {
        switch (columns)
        {
            case 1: Run<Size1>(in operands, length, sums, stride, add); break;
            case 2: Run<Size2>(in operands, length, sums, stride, add); break;
            case 3: Run<Size3>(in operands, length, sums, stride, add); break;
            default: Run<Size4>(in operands, length, sums, stride, add); break;
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Run<TColumns>(in TileOperands<T> operands, nint length, T* sums, nint stride, bool add)
        where TColumns : struct, ISize
    {
        nint i = 0;
        for (; i <= length - (4 * V.Count); i += 4 * V.Count)
        {
            Strip<TColumns>(in operands, i, 4 * V.Count, sums, stride, add);
        }

        if (i < length)
        {
            Strip<TColumns>(in operands, i, (int)(length - i), sums, stride, add);
        }
    }

    /// <summary>Up to four vectors of weights; all sums stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Strip<TColumns>(in TileOperands<T> operands, nint first, int count, T* sums, nint stride, bool add)
        where TColumns : struct, ISize
    {
        V a0 = V.Zero, a1 = V.Zero, a2 = V.Zero, a3 = V.Zero;
        V b0 = V.Zero, b1 = V.Zero, b2 = V.Zero, b3 = V.Zero;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero;
        V d0 = V.Zero, d1 = V.Zero, d2 = V.Zero, d3 = V.Zero;
        T* gradient = operands.Right;
        nint step = operands.LeftColumnStep, next = operands.RightStep;
        for (nint segment = 0; segment < operands.Segments; segment++)
        {
            Address<T> source = new(operands.Left + operands.Offsets[segment] + first);
            for (nint pixel = operands.Inner; pixel > 0; pixel--, source += step, gradient += next)
            {
                V s0 = V.Load(source, count), s1 = V.Load(source + V.Count, count - V.Count);
                V s2 = V.Load(source + (2 * V.Count), count - (2 * V.Count)), s3 = V.Load(source + (3 * V.Count), count - (3 * V.Count));
                Add(V.Splat(gradient[0]), s0, s1, s2, s3, ref a0, ref a1, ref a2, ref a3);
                if (TColumns.Value > 1)
                {
                    Add(V.Splat(gradient[1]), s0, s1, s2, s3, ref b0, ref b1, ref b2, ref b3);
                }

                if (TColumns.Value > 2)
                {
                    Add(V.Splat(gradient[2]), s0, s1, s2, s3, ref c0, ref c1, ref c2, ref c3);
                }

                if (TColumns.Value > 3)
                {
                    Add(V.Splat(gradient[3]), s0, s1, s2, s3, ref d0, ref d1, ref d2, ref d3);
                }
            }
        }

        sums += first * stride;
        Store(a0, a1, a2, a3, sums, stride, count, add);
        if (TColumns.Value > 1)
        {
            Store(b0, b1, b2, b3, sums + 1, stride, count, add);
        }

        if (TColumns.Value > 2)
        {
            Store(c0, c1, c2, c3, sums + 2, stride, count, add);
        }

        if (TColumns.Value > 3)
        {
            Store(d0, d1, d2, d3, sums + 3, stride, count, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(V gradient, V s0, V s1, V s2, V s3, ref V sum0, ref V sum1, ref V sum2, ref V sum3)
    {
        sum0 = V.FusedMultiplyAdd(gradient, s0, sum0);
        sum1 = V.FusedMultiplyAdd(gradient, s1, sum1);
        sum2 = V.FusedMultiplyAdd(gradient, s2, sum2);
        sum3 = V.FusedMultiplyAdd(gradient, s3, sum3);
    }

    /// <summary>Writes the weights of a filter, whose neighbours belong to the other filters.</summary>
    private static void Store(V sum0, V sum1, V sum2, V sum3, T* destination, nint stride, int count, bool add)
    {
        T* values = Scratch.Rent<T>(Scratch.Tile, 4 * V.Count);
        Address<T> lanes = new(values);
        V.Store(sum0, lanes);
        V.Store(sum1, lanes + V.Count);
        V.Store(sum2, lanes + (2 * V.Count));
        V.Store(sum3, lanes + (3 * V.Count));
        for (int i = 0; i < count; i++)
        {
            T* place = destination + (i * stride);
            *place = add ? (new Scalar<T>(*place) + new Scalar<T>(values[i])).Lane : values[i];
        }
    }
}
