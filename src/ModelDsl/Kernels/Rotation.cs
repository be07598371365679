using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Rotary positions (Su et al. 2021, "RoFormer", equation 15): feature i of a head and feature i + d/2 are turned together by the angle t·b^(−2i/d) at position t.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rotation
{
    private static readonly ConcurrentDictionary<(nint Steps, int Size, double Base), Angles> Tables = new();

    /// <summary>Turns the first heads of each row; the rest of a row is copied.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The rows, batch × steps × columns.</param>
    /// <param name="destination">The turned rows; it does not overlap the source.</param>
    /// <param name="positions">One position for each example, with one step each; none where positions are the numbers of the steps.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="steps">The rows of an example.</param>
    /// <param name="columns">The width of a row.</param>
    /// <param name="heads">The heads that are turned.</param>
    /// <param name="size">The width of a head, which is even.</param>
    /// <param name="angleBase">The base b of the angles.</param>
    public static void Apply<T>(Address<T> source, Address<T> destination, Address<T> positions, nint batch, nint steps, nint columns, int heads, int size, double angleBase)
        where T : unmanaged => Turn(source, destination, positions, batch, steps, columns, heads, size, angleBase, 1);

    /// <summary>Turns back: the transpose of <see cref="Apply"/>, with the same parameters.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The rows, batch × steps × columns.</param>
    /// <param name="destination">The rows turned back; it does not overlap the source.</param>
    /// <param name="positions">One position for each example, with one step each; none where positions are the numbers of the steps.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="steps">The rows of an example.</param>
    /// <param name="columns">The width of a row.</param>
    /// <param name="heads">The heads that are turned.</param>
    /// <param name="size">The width of a head, which is even.</param>
    /// <param name="angleBase">The base b of the angles.</param>
    public static void Invert<T>(Address<T> source, Address<T> destination, Address<T> positions, nint batch, nint steps, nint columns, int heads, int size, double angleBase)
        where T : unmanaged => Turn(source, destination, positions, batch, steps, columns, heads, size, angleBase, -1);

    private static void Turn<T>(Address<T> source, Address<T> destination, Address<T> positions, nint batch, nint steps, nint columns, int heads, int size, double angleBase, int sign)
        where T : unmanaged
    {
        Angles angles = Tables.GetOrAdd((HasPositions(positions) ? 0 : steps, size, angleBase), static key => new Angles(key.Steps, key.Size, key.Base));
        nint rows = batch * steps, height = Partition.Rows(rows, columns, cost: 4);
        RotationJob<T> job = new(source, destination, positions, rows, steps, columns, heads, size, sign, height, angles.Address);
        Partition.Run(in job, rows * columns, cost: 4, Partition.Count(rows, height));
        GC.KeepAlive(angles);
    }

    private static unsafe bool HasPositions<T>(Address<T> positions)
        where T : unmanaged => positions.Pointer is not null;

    /// <summary>The frequencies of a head's pairs, and behind them cosines and sines of each step. They live as long as the process: there is one for each layer's sizes.</summary>
    private sealed unsafe class Angles
    {
        private readonly double[] pinned;

        internal Angles(nint steps, int size, double angleBase)
        {
            int pairs = size / 2;
            pinned = GC.AllocateUninitializedArray<double>(checked((int)(pairs + (steps * size))), pinned: true);
            for (int i = 0; i < pairs; i++)
            {
                pinned[i] = Math.Pow(angleBase, -2.0 * i / size);
                for (nint step = 0; step < steps; step++)
                {
                    nint at = pairs + (step * size) + i;
                    (pinned[at + pairs], pinned[at]) = Math.SinCos(step * pinned[i]);
                }
            }
        }

        internal Address<double> Address => new((double*)Unsafe.AsPointer(ref pinned[0]));
    }

    private readonly struct RotationJob<T>(
        Address<T> source, Address<T> destination, Address<T> positions, nint rows, nint steps, nint columns, int heads, int size, int sign, nint height, Address<double> angles) : IJob
        where T : unmanaged
    {
        public unsafe void Run(int part)
        {
            int pairs = size / 2;
            double* own = stackalloc double[size];
            nint end = nint.Min(rows, (part + 1) * height);
            for (nint row = part * height; row < end; row++)
            {
                double* turn = angles.Pointer + pairs + (row % steps * size);
                if (HasPositions(positions))
                {
                    turn = own;
                    for (int i = 0; i < pairs; i++)
                    {
                        (own[i + pairs], own[i]) = Math.SinCos(Lookup.Id(positions[row]) * angles[i]);
                    }
                }

                Row(row, turn, pairs);
            }
        }

        [MethodImpl(Simd.Loop)]
        private unsafe void Row(nint row, double* turn, int pairs)
        {
            T* from = source.Pointer + (row * columns), to = destination.Pointer + (row * columns);
            for (int head = 0; head < heads; head++, from += size, to += size)
            {
                for (int i = 0; i < pairs; i++)
                {
                    double x = Number(from[i]), y = Number(from[i + pairs]), sine = sign * turn[i + pairs];
                    to[i] = Element((x * turn[i]) - (y * sine));
                    to[i + pairs] = Element((y * turn[i]) + (x * sine));
                }
            }

            int rest = (int)(columns - (heads * size));
            new ReadOnlySpan<T>(from, rest).CopyTo(new Span<T>(to, rest));
        }

        private static double Number(T value) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

        private static T Element(double value) => typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);
    }
}
