namespace ModelDsl.Kernels;

/// <summary>
/// What a register tile reads. Distances are in elements; the left operand may lie in any order, because its elements are read one by one,
/// so only a right operand that lies along its columns must be packed.
/// </summary>
internal unsafe struct TileOperands<T>
    where T : unmanaged
{
    /// <summary>The first element of the left operand's rows.</summary>
    internal T* Left;

    /// <summary>From one row of the left operand to the next.</summary>
    internal nint LeftRowStep;

    /// <summary>From one column of the left operand to the next.</summary>
    internal nint LeftColumnStep;

    /// <summary>The first element of the right operand's columns, which lie side by side.</summary>
    internal T* Right;

    /// <summary>From one row of the right operand to the next.</summary>
    internal nint RightStep;

    /// <summary>The length of the sums.</summary>
    internal nint Inner;
}
