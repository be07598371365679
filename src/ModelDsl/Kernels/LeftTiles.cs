using System.Runtime.CompilerServices;

namespace ModelDsl.Kernels;

/// <summary>
/// Copies of a transposed left operand, tile by tile, in the order in which tiles read it. In the operand, each step of a sum reads a line of its own, of which a tile
/// uses less than half, and lines at a few distances share few places of the cache. Copying pays where many panels are multiplied with the copies.
/// </summary>
internal static unsafe class LeftTiles<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>From one step of the sums to the next in a copy: whole vectors, which are quicker to store.</summary>
    internal static nint Step => (Tiles<T, V>.MaxRows + V.Count - 1) / V.Count * V.Count;

    /// <summary>The copies for a part: made before, if the thread has done another part of the same rows, or memory for them.</summary>
    internal static LeftCopies<T> Of(in Product<T> product, in ProductRegion region)
    {
        nint tiles = Partition.Count(region.RowEnd - region.Row, Tiles<T, V>.MaxRows), inner = region.InnerEnd - region.Inner;
        if (!product.SharesLeftCopies)
        {
            return new LeftCopies<T> { Data = Scratch.Rent<T>(Scratch.LeftTiles, tiles * Step * Math.Min(inner, ProductBlock.MaxInner)) };
        }

        return new LeftCopies<T>
        {
            Data = Scratch.Rent<T>(Scratch.LeftTiles, tiles * Step * inner),
            AreMade = LeftTiles.AreHeld(product.Number, in region),
            StepSize = tiles * Step,
        };
    }

    /// <summary>Copies what a tile reads.</summary>
    /// <param name="source">The transposed operand from the tile's first element on.</param>
    /// <param name="inner">The length of the sums.</param>
    /// <param name="rows">The rows of the tile.</param>
    /// <param name="copy">The copy.</param>
    internal static void Copy(Matrix<T> source, nint inner, int rows, T* copy)
    {
        for (int done = 0; done < rows; done += V.Count)
        {
            Vectors(source.Data + done, source.Stride, inner, Math.Min(V.Count, rows - done), copy + done);
        }
    }

    [MethodImpl(Simd.Loop)]
    private static void Vectors(T* source, nint stride, nint inner, int rows, T* copy)
    {
        // A vector may hold neighbours too, which does no harm; but behind the last step there may be no memory to read.
        nint step = Step;
        for (; inner > 1; inner--, source += stride, copy += step)
        {
            V.Store(V.Load(new Address<T>(source)), new Address<T>(copy));
        }

        V.Store(V.Load(new Address<T>(source), rows), new Address<T>(copy), rows);
    }
}

/// <summary>Whose copies a thread holds.</summary>
internal static class LeftTiles
{
    [ThreadStatic]
    private static (long Product, nint Row, nint Inner) held;

    /// <summary>Whether the calling thread has made the copies for a part already; if not, it is about to.</summary>
    internal static bool AreHeld(long product, in ProductRegion region)
    {
        (long Product, nint Row, nint Inner) wanted = (product, region.Row, region.Inner);
        bool areHeld = held == wanted;
        held = wanted;
        return areHeld;
    }
}
