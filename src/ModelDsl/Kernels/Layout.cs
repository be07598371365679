using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>Moves elements from one layout to another.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layout
{
    /// <summary>
    /// Copies a box of each example into another place and order of axes: a transposition, a slice, a part of a concatenation, the inside of a
    /// padded image. Elements of <paramref name="destination"/> outside the box are left as they are.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The first element of the first example's box.</param>
    /// <param name="destination">Where it goes; the box there overlaps neither the source nor itself.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="sourceStride">The distance of examples in the source, in elements.</param>
    /// <param name="destinationStride">The distance of examples in the destination, in elements.</param>
    /// <param name="shape">The box, and where its elements lie in an example.</param>
    public static void Copy<T>(Address<T> source, Address<T> destination, nint batch, nint sourceStride, nint destinationStride, in CopyShape shape)
        where T : unmanaged
    {
        CopyPlan plan = CopyPlan.Create(batch, sourceStride, destinationStride, shape);
        CopyJob<T> job = new(source, destination, plan);
        Partition.Run(in job, plan.Elements, CopyPlan.Cost, plan.Parts);
    }

    /// <summary>The steps of each example in reverse.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="source">The steps, batch × steps × columns.</param>
    /// <param name="destination">The steps in reverse; it does not overlap the source.</param>
    /// <param name="lengths">How many steps of each example count and are reversed, the others keep their places; none where all do.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="steps">The steps of an example.</param>
    /// <param name="columns">The elements of a step.</param>
    public static void Reverse<T>(Address<T> source, Address<T> destination, Address<T> lengths, nint batch, nint steps, nint columns)
        where T : unmanaged
    {
        nint rows = batch * steps, height = Partition.Rows(rows, columns, cost: 1);
        ReverseJob<T> job = new(source, destination, lengths, rows, steps, columns, height);
        Partition.Run(in job, rows * columns, cost: 1, Partition.Count(rows, height));
    }

    /// <summary>Sets <paramref name="count"/> elements to 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="destination">The first element.</param>
    /// <param name="count">Their number.</param>
    public static void Clear<T>(Address<T> destination, nint count)
        where T : unmanaged
    {
        nint size = Partition.Elements(count, cost: 1);
        ClearJob<T> job = new(destination, count, size);
        Partition.Run(in job, count, cost: 1, Partition.Count(count, size));
    }
}
