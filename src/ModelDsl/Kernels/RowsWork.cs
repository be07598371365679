using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>The softmax of rows, cut into blocks of <paramref name="height"/> rows.</summary>
internal readonly struct SoftmaxJob<T>(Address<T> source, Address<T> destination, nint rows, nint columns, nint height) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.Run<T, SoftmaxRows<T>>(new SoftmaxRows<T>(source, destination, from, nint.Min(rows, from + height), columns));
    }
}

/// <summary>The softmax of the rows from <paramref name="from"/> up to <paramref name="to"/>.</summary>
internal readonly struct SoftmaxRows<T>(Address<T> source, Address<T> destination, nint from, nint to, nint columns) : ISimdWork<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint row = from; row < to; row++)
        {
            Address<T> input = source + (row * columns);
            Address<T> output = destination + (row * columns);
            V shift = V.Splat(V.MaxLane(Row<V, T>.Max(input, columns)));
            V factor = V.Constant(1) / V.Splat(V.Sum(Exponentials(input, output, shift)));
            for (nint column = 0; column < columns; column += V.Count)
            {
                int count = Row<V, T>.Count(column, columns);
                V.Store(V.Load(output + column, count) * factor, output + column, count);
            }
        }
    }

    /// <summary>Stores e^(x − shift) and returns its sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Exponentials<V>(Address<T> input, Address<T> output, V shift)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        nint column = 0;
        for (; column <= columns - V.Count; column += V.Count)
        {
            V e = V.Exp(V.Load(input + column) - shift);
            V.Store(e, output + column);
            sum += e;
        }

        if (column < columns)
        {
            int count = (int)(columns - column);
            V e = V.Exp(Row<V, T>.LoadPadded(input + column, count) - shift);
            V.Store(e, output + column, count);
            sum += e;
        }

        return sum;
    }
}

/// <summary>The log-sum-exp of rows, cut into blocks of <paramref name="height"/> rows.</summary>
internal readonly struct LogSumExpJob<T>(Address<T> source, Address<T> destination, nint rows, nint columns, nint height) : IJob
    where T : unmanaged
{
    public void Run(int part)
    {
        nint from = part * height;
        Simd.Run<T, LogSumExpRows<T>>(new LogSumExpRows<T>(source, destination, from, nint.Min(rows, from + height), columns));
    }
}

/// <summary>The log-sum-exp of the rows from <paramref name="from"/> up to <paramref name="to"/>.</summary>
internal readonly struct LogSumExpRows<T>(Address<T> source, Address<T> destination, nint from, nint to, nint columns) : ISimdWork<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        for (nint row = from; row < to; row++)
        {
            Address<T> input = source + (row * columns);
            V max = V.Splat(V.MaxLane(Row<V, T>.Max(input, columns)));

            // An infinite maximum would give ∞ − ∞; without a shift e^±∞ and its logarithm are right by themselves.
            V finite = V.GreaterThan(V.Constant(double.PositiveInfinity), V.Abs(max));
            V shift = V.Select(finite, max, V.Zero);
            V logarithm = V.Log(V.Splat(V.Sum(Exponentials(input, shift)))) + shift;
            V.Store(logarithm, destination + row, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Exponentials<V>(Address<T> input, V shift)
        where V : struct, ISimd<V, T>
    {
        V sum = V.Zero;
        nint column = 0;
        for (; column <= columns - V.Count; column += V.Count)
        {
            sum += V.Exp(V.Load(input + column) - shift);
        }

        int count = (int)(columns - column);
        return count == 0 ? sum : sum + V.Exp(Row<V, T>.LoadPadded(input + column, count) - shift);
    }
}

/// <summary>What functions of rows share.</summary>
internal static class Row<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    /// <summary>The number of lanes that a vector at <paramref name="column"/> has inside the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Count(nint column, nint columns) => (int)nint.Min(V.Count, columns - column);

    /// <summary>Lanes from <paramref name="count"/> on are −∞, which changes neither a maximum nor a sum of exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LoadPadded(Address<T> source, int count) =>
        V.Select(V.GreaterThan(V.Constant(count), V.Iota), V.Load(source, count), V.Constant(double.NegativeInfinity));

    /// <summary>The maxima of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Max(Address<T> source, nint columns)
    {
        V max = V.Constant(double.NegativeInfinity);
        nint column = 0;
        for (; column <= columns - V.Count; column += V.Count)
        {
            max = V.Max(max, V.Load(source + column));
        }

        int count = (int)(columns - column);
        return count == 0 ? max : V.Max(max, LoadPadded(source + column, count));
    }
}
