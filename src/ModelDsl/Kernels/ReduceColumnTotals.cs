using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>Where the sums of columns go: those of a whole group to their destination, those of a block of rows to the caller's scratch memory.</summary>
internal readonly unsafe struct ColumnSums<T>
    where T : unmanaged
{
    private readonly Address<T> sum0;
    private readonly Address<T> sum1;
    private readonly Address<T> sum2;
    private readonly Address<T> sum3;
    private readonly Address<T> partials;

    private ColumnSums(Address<T> sum0, Address<T> sum1, Address<T> sum2, Address<T> sum3, Address<T> partials) =>
        (this.sum0, this.sum1, this.sum2, this.sum3, this.partials) = (sum0, sum1, sum2, sum3, partials);

    internal static ColumnSums<T> Rent(in ColumnBlocks blocks, Address<T> sum0, Address<T> sum1, Address<T> sum2, Address<T> sum3)
    {
        nint partials = blocks.InGroup == 1 ? 0 : blocks.Groups * blocks.Sums * blocks.InGroup * blocks.Columns;
        return new(sum0, sum1, sum2, sum3, new Address<T>(Scratch.Rent<T>(Scratch.ColumnSums, partials)));
    }

    /// <summary>The place of a group's sums, one for each column.</summary>
    internal Address<T> Total(in ColumnBlocks blocks, int sum, nint group) =>
        (sum switch { 0 => sum0, 1 => sum1, 2 => sum2, _ => sum3 }) + (group * blocks.Columns);

    /// <summary>The place of the sums of a group's first block; those of the others follow.</summary>
    internal Address<T> Partials(in ColumnBlocks blocks, int sum, nint group) =>
        partials + (((group * blocks.Sums) + sum) * blocks.InGroup * blocks.Columns);

    /// <summary>Where the sums of a block go.</summary>
    internal Address<T> Place(in ColumnBlocks blocks, int sum, nint group, nint block) =>
        blocks.InGroup == 1 ? Total(blocks, sum, group) : Partials(blocks, sum, group) + (block * blocks.Columns);
}

/// <summary>Adds up the sums of blocks of rows, cut into groups, sums and strips of columns.</summary>
internal readonly struct ColumnTotalsJob<T>(ColumnBlocks blocks, ColumnSums<T> sums) : IJob
    where T : unmanaged
{
    private nint Width => Partition.Aligned(Partition.Elements(cost: 1) / blocks.InGroup);

    internal nint Parts => blocks.Groups * blocks.Sums * Partition.Count(blocks.Columns, Width);

    public void Run(int part)
    {
        (nint rest, nint strip) = Math.DivRem(part, Partition.Count(blocks.Columns, Width));
        (nint group, nint sum) = Math.DivRem(rest, blocks.Sums);
        nint from = strip * Width;
        ColumnTotals<T> work = new(
            sums.Partials(blocks, (int)sum, group) + from,
            sums.Total(blocks, (int)sum, group) + from,
            blocks.InGroup,
            blocks.Columns,
            nint.Min(blocks.Columns - from, Width));
        Simd.RunRows<T, ColumnTotals<T>>(work, blocks.Columns);
    }
}

/// <summary>The sum of <paramref name="rows"/> rows, at least one, by a binary tree, which leaves its inner nodes in <paramref name="source"/>.</summary>
internal readonly unsafe struct ColumnTotals<T>(Address<T> source, Address<T> destination, nint rows, nint stride, nint width) : ISimdWork<T>
    where T : unmanaged
{
    [MethodImpl(Simd.Loop)]
    public void Run<V>()
        where V : struct, ISimd<V, T>
    {
        if (rows == 1)
        {
            new Span<T>(source.Pointer, checked((int)width)).CopyTo(new Span<T>(destination.Pointer, (int)width));
            return;
        }

        nint step = 1;
        for (; 2 * step < rows; step *= 2)
        {
            for (nint row = 0; row + step < rows; row += 2 * step)
            {
                Add<V>(source + (row * stride), source + ((row + step) * stride), source + (row * stride));
            }
        }

        Add<V>(source, source + (step * stride), destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add<V>(Address<T> left, Address<T> right, Address<T> sum)
        where V : struct, ISimd<V, T>
    {
        nint column = 0;
        for (; column <= width - V.Count; column += V.Count)
        {
            V.Store(V.Load(left + column) + V.Load(right + column), sum + column);
        }

        if (column < width)
        {
            int count = (int)(width - column);
            V.Store(V.Load(left + column, count) + V.Load(right + column, count), sum + column, count);
        }
    }
}
