using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>A few rows whose softmax and log-sum-exp are computed step by step.</summary>
internal readonly struct RowsBlock<V, T>
    where V : struct, ISimd<V, T>
    where T : unmanaged
{
    private readonly Address<T> source;
    private readonly Address<T> softmax;
    private readonly Address<T> logSumExp;
    private readonly Address<T> maxima;
    private readonly Address<T> sums;
    private readonly nint rows;
    private readonly nint columns;
    private readonly bool hasSoftmax;
    private readonly bool hasLogSumExp;

    /// <param name="operands">What is read and written.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="maxima">Room for a number of each row.</param>
    /// <param name="sums">Room for another.</param>
    internal RowsBlock(in RowsOperands<T> operands, nint row, nint rows, Address<T> maxima, Address<T> sums)
    {
        columns = operands.Columns;
        source = operands.Source + (row * columns);
        softmax = operands.Softmax + (row * columns);
        logSumExp = operands.LogSumExp + row;
        hasSoftmax = operands.HasSoftmax;
        hasLogSumExp = operands.HasLogSumExp;
        this.maxima = maxima;
        this.sums = sums;
        this.rows = rows;
    }

    /// <summary>The number of elements behind the last whole vector of a row.</summary>
    private int Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(columns % V.Count);
    }

    /// <summary>The lanes of a row's last vector that are not beyond its end.</summary>
    private V Inside
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.GreaterThan(V.Constant(Rest), V.Iota);
    }

    /// <summary>The largest element of each row. One that is not a number may be passed over: it will show in the sum.</summary>
    [MethodImpl(Simd.Loop)]
    internal void FindMaxima()
    {
        V lowest = V.Constant(double.NegativeInfinity), inside = Inside;
        int rest = Rest;
        nint whole = columns - rest;
        for (nint row = 0; row < rows; row++)
        {
            Address<T> x = source + (row * columns);
            V max = lowest;
            for (nint column = 0; column < whole; column += V.Count)
            {
                max = V.AtLeast(V.Load(x + column), max);
            }

            if (rest > 0)
            {
                max = V.AtLeast(V.Select(inside, V.Load(x + whole, rest), lowest), max);
            }

            maxima[row] = V.MaxLane(max);
        }
    }

    /// <summary>The sum of e^(x − max) of each row; for the softmax, the exponentials stay where it will be.</summary>
    [MethodImpl(Simd.Loop)]
    internal void SumExponentials()
    {
        V inside = Inside;
        int rest = Rest;
        nint whole = columns - rest;
        bool stores = hasSoftmax;
        for (nint row = 0; row < rows; row++)
        {
            Address<T> x = source + (row * columns), y = softmax + (row * columns);
            V shift = Finite(V.Splat(maxima[row]), out _), sum = V.Zero;
            for (nint column = 0; column < whole; column += V.Count)
            {
                V e = V.Exp(V.Load(x + column) - shift);
                sum += e;
                if (stores)
                {
                    V.Store(e, y + column);
                }
            }

            if (rest > 0)
            {
                V e = V.Exp(V.Select(inside, V.Load(x + whole, rest), shift) - shift);
                sum += V.Select(inside, e, V.Zero);
                if (stores)
                {
                    V.Store(e, y + whole, rest);
                }
            }

            sums[row] = V.Sum(sum);
        }
    }

    /// <summary>What follows from the maxima and sums.</summary>
    [MethodImpl(Simd.Loop)]
    internal void Finish()
    {
        for (nint row = 0; row < rows; row += V.Count)
        {
            int count = (int)nint.Min(V.Count, rows - row);
            V shift = Finite(V.Load(maxima + row, count), out V finite), sum = V.Load(sums + row, count);
            if (hasLogSumExp)
            {
                V.Store(V.Log(sum) + shift, logSumExp + row, count);
            }

            // Without a finite maximum there are no shares.
            V.Store(V.Select(finite, V.Constant(1) / sum, V.Constant(double.NaN)), sums + row, count);
        }

        if (hasSoftmax)
        {
            Scale();
        }
    }

    /// <summary>Multiplies each row of exponentials by the reciprocal of its sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Scale()
    {
        int rest = Rest;
        nint whole = columns - rest;
        for (nint row = 0; row < rows; row++)
        {
            Address<T> y = softmax + (row * columns);
            V factor = V.Splat(sums[row]);
            for (nint column = 0; column < whole; column += V.Count)
            {
                V.Store(V.Load(y + column) * factor, y + column);
            }

            if (rest > 0)
            {
                V.Store(V.Load(y + whole, rest) * factor, y + whole, rest);
            }
        }
    }

    /// <summary>The maximum where it is finite. An infinite one would give ∞ − ∞; without a shift e^±∞ and its logarithm are right by themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Finite(V max, out V finite)
    {
        finite = V.GreaterThan(V.Constant(double.PositiveInfinity), V.Abs(max));
        return V.Select(finite, max, V.Zero);
    }
}
