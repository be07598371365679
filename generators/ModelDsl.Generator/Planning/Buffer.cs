namespace ModelDsl.Generator.Planning;

/// <summary>The array that a value lies in.</summary>
internal enum Home
{
    /// <summary>The arena that grows with the batch.</summary>
    Arena,

    /// <summary>The arena that does not.</summary>
    Fixed,

    /// <summary>What is computed once from the weights alone: never used again for anything else.</summary>
    Prepared,

    /// <summary>The gradients.</summary>
    Gradients,

    /// <summary>The caller's predictions; in a loop, what a turn gives.</summary>
    Output,

    /// <summary>In a loop: what a turn measures for its buffers.</summary>
    Measured,

    /// <summary>In a loop: what a turn keeps of each example for its gradient.</summary>
    Kept,

    /// <summary>In a loop: what a turn keeps of the whole batch.</summary>
    KeptFixed,

    /// <summary>In a loop: the gradient of a turn's input.</summary>
    InputGradient,
}

/// <summary>Where a value lies.</summary>
/// <param name="Home">The array.</param>
/// <param name="Offset">The first element; of what grows with the batch, times the batch.</param>
/// <param name="Size">The number of elements; of what grows with the batch, of one example.</param>
internal sealed record Buffer(Home Home, int Offset, int Size);
