namespace ModelDsl.Kernels;

/// <summary>A thread's copies of the rows of a part's left operand, tile after tile.</summary>
internal unsafe struct LeftCopies<T>
    where T : unmanaged
{
    /// <summary>The first copy; null where tiles read the operand itself.</summary>
    internal T* Data;

    /// <summary>Whether they are made, not only to be.</summary>
    internal bool AreMade;

    /// <summary>The elements that a step of the sums takes in all copies together; 0 where each block of the sums uses the same memory again.</summary>
    internal nint StepSize;

    /// <summary>The copies of the block that begins at a step of the sums.</summary>
    internal readonly LeftCopies<T> At(nint step) => this with { Data = Data + (step * StepSize) };
}
