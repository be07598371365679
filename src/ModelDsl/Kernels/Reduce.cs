using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Sums whose order of additions is a tree fixed by the sizes, so that the result is the same to the bit for any number of threads: chunks of a
/// constant length are summed in order, and the chunks' sums pairwise, which also keeps the rounding error from growing with the length.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Reduce
{
    /// <summary>
    /// <paramref name="destination"/>[c] = Σ over the rows of <paramref name="source"/>[row, c]. The tree depends on the number of rows alone, so
    /// the sums are the same for every vector width, too.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The matrix, rows × columns.</param>
    /// <param name="rows">The number of rows; with none, the sums are 0.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="destination">The sums, one for each column; not a part of <paramref name="source"/>.</param>
    public static void Columns<T>(Address<T> source, nint rows, nint columns, Address<T> destination)
        where T : unmanaged =>
        Columns<T, Elements<T>>(new Elements<T>(source), 1, rows, columns, destination, default, default, default, cost: 1);

    /// <summary>
    /// Up to four sums over the rows of each group: sum k of group g and column c is the sum of term k over the rows g × <paramref name="rows"/> up
    /// to (g + 1) × <paramref name="rows"/>, and lies at [g × <paramref name="columns"/> + c]. The tree depends on the number of rows alone, so the
    /// sums are the same for every vector width, too.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TTerms">The expressions.</typeparam>
    /// <param name="terms">The expressions with the addresses of their operands.</param>
    /// <param name="groups">The number of groups.</param>
    /// <param name="rows">The number of rows of a group; with none, the sums are 0.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="sum0">The sums of the first term, groups × columns; as all sums, not a part of an operand.</param>
    /// <param name="sum1">The sums of the second term, if there is one.</param>
    /// <param name="sum2">The sums of the third term, if there is one.</param>
    /// <param name="sum3">The sums of the fourth term, if there is one.</param>
    /// <param name="cost">About how many floating-point operations the terms of one element take.</param>
    public static void Columns<T, TTerms>(
        TTerms terms, nint groups, nint rows, nint columns, Address<T> sum0, Address<T> sum1, Address<T> sum2, Address<T> sum3, int cost)
        where T : unmanaged
        where TTerms : struct, IColumnTerms<T>
    {
        ColumnBlocks blocks = new(groups, rows, columns, TTerms.Sums, cost);
        ColumnSums<T> destination = ColumnSums<T>.Rent(blocks, sum0, sum1, sum2, sum3);
        ColumnSumsJob<T, TTerms> job = new(terms, blocks, destination);
        Partition.Run(in job, groups * rows * columns, cost, blocks.Parts);
        if (blocks.InGroup > 1)
        {
            ColumnTotalsJob<T> totals = new(blocks, destination);
            Partition.Run(in totals, groups * blocks.InGroup * columns * TTerms.Sums, cost: 1, totals.Parts);
        }
    }

    /// <summary><paramref name="destination"/>[r] = Σ over the columns of the terms of row r.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TTerm">The expression.</typeparam>
    /// <param name="term">The expression with the addresses of its operands.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of terms in a row; with none, the sums are 0.</param>
    /// <param name="destination">The sums, one for each row.</param>
    /// <param name="cost">About how many floating-point operations one term takes.</param>
    public static void Rows<T, TTerm>(TTerm term, nint rows, nint columns, Address<T> destination, int cost)
        where T : unmanaged
        where TTerm : struct, IRowTerm<T>
    {
        nint height = Partition.Rows(rows, columns, cost);
        RowSumsJob<T, TTerm> job = new(term, rows, columns, destination, height);
        Partition.Run(in job, rows * columns, cost, Partition.Count(rows, height));
    }

    /// <summary><paramref name="destination"/>[0] = Σ of <paramref name="source"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The terms.</param>
    /// <param name="count">Their number; with none, the sum is 0.</param>
    /// <param name="destination">The sum.</param>
    public static void Sum<T>(Address<T> source, nint count, Address<T> destination)
        where T : unmanaged => Rows(new Elements<T>(source), 1, count, destination, cost: 1);

    /// <summary>The term that is an element itself.</summary>
    private readonly struct Elements<T>(Address<T> source) : IRowTerm<T>, IColumnTerms<T>
        where T : unmanaged
    {
        public static int Sums => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, T> => V.Load(source + index, count);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<V>(nint row, nint column, nint index, int count, ref V sum0, ref V sum1, ref V sum2, ref V sum3)
            where V : struct, ISimd<V, T> => sum0 += V.Load(source + index, count);
    }
}
