using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>Functions of whole rows. A row is worked on by one thread, so the results are the same for any number of threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rows
{
    /// <summary>About how many floating-point operations one element of a row takes.</summary>
    private const int Cost = 30;

    /// <summary>
    /// The softmax of each row: e^(x − max) / Σ e^(x − max). Elements of −∞ get 0; a row that holds NaN or +∞, or −∞ alone, becomes NaN.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The matrix, rows × columns.</param>
    /// <param name="destination">The result, rows × columns; it may be <paramref name="source"/> itself.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static void Softmax<T>(Address<T> source, Address<T> destination, nint rows, nint columns)
        where T : unmanaged => Run(new RowsOperands<T>(source, destination, default, columns), rows);

    /// <summary><paramref name="destination"/>[r] = ln Σ e^x over row r, without overflow: −∞ for a row of −∞ (or an empty one), +∞ for a row that holds +∞, NaN for one that holds NaN.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The matrix, rows × columns.</param>
    /// <param name="destination">The result, one number for each row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static void LogSumExp<T>(Address<T> source, Address<T> destination, nint rows, nint columns)
        where T : unmanaged => Run(new RowsOperands<T>(source, default, destination, columns), rows);

    /// <summary>What <see cref="Softmax"/> and <see cref="LogSumExp"/> give, from the same exponentials.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The matrix, rows × columns.</param>
    /// <param name="softmax">The softmax, rows × columns; it may be <paramref name="source"/> itself.</param>
    /// <param name="logSumExp">The log-sum-exp, one number for each row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static void SoftmaxAndLogSumExp<T>(Address<T> source, Address<T> softmax, Address<T> logSumExp, nint rows, nint columns)
        where T : unmanaged => Run(new RowsOperands<T>(source, softmax, logSumExp, columns), rows);

    private static void Run<T>(in RowsOperands<T> operands, nint rows)
        where T : unmanaged
    {
        nint height = Partition.Rows(rows, operands.Columns, Cost);
        RowsJob<T> job = new(operands, rows, height);
        Partition.Run(in job, rows * operands.Columns, Cost, Partition.Count(rows, height));
    }
}
