namespace ModelDsl.Kernels;

/// <summary>The panels of a right operand that a thread has packed, kept for the parts of the same product that read them again with other rows of the left operand.</summary>
internal readonly unsafe struct RightPanels<T>
    where T : unmanaged
{
    /// <summary>The panels, each with all its rows, one behind the other; null where each part packs its own.</summary>
    internal readonly T* Data;

    private readonly nint* rows;
    private readonly nint width;

    private RightPanels(T* data, nint* rows, nint width)
    {
        Data = data;
        this.rows = rows;
        this.width = width;
    }

    /// <summary>Those of the calling thread, or memory for them if it has not done a part of this product yet.</summary>
    /// <param name="product">The product.</param>
    /// <param name="width">The columns of a panel.</param>
    internal static RightPanels<T> Of(in Product<T> product, nint width)
    {
        if (!product.SharesRightPanels)
        {
            return default;
        }

        nint panels = Partition.Count(product.Columns, width);
        RightPanels<T> held = new(
            Scratch.Rent<T>(Scratch.RightPanels, panels * width * product.Inner), Scratch.Rent<nint>(Scratch.RightPanelRows, panels), width);
        if (!RightPanels.AreHeld(product.Number))
        {
            new Span<nint>(held.rows, checked((int)panels)).Clear();
        }

        return held;
    }

    /// <summary>Whether the panel that begins at <paramref name="column"/> is packed up to row <paramref name="end"/>.</summary>
    internal bool Hold(nint column, nint end) => Data != null && rows[column / width] >= end;

    /// <summary>Says that it now is; panels are packed from their first row on.</summary>
    internal void Add(nint column, nint end) => rows[column / width] = end;
}

/// <summary>Whose panels a thread holds.</summary>
internal static class RightPanels
{
    [ThreadStatic]
    private static long held;

    /// <summary>Whether the calling thread holds panels of the product of this number; if not, it is about to.</summary>
    internal static bool AreHeld(long product)
    {
        bool areHeld = held == product;
        held = product;
        return areHeld;
    }
}
