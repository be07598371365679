namespace ModelDsl.Generator.Planning;

/// <summary>The array that a value lies in.</summary>
internal enum Home
{
    /// <summary>The arena that grows with the batch.</summary>
    Arena,

    /// <summary>The arena that does not.</summary>
    Fixed,

    /// <summary>The gradients.</summary>
    Gradients,

    /// <summary>The caller's predictions.</summary>
    Output,
}

/// <summary>Where a value lies.</summary>
/// <param name="Home">The array.</param>
/// <param name="Offset">The first element; in the arena, times the batch.</param>
/// <param name="Size">The number of elements; in the arena and the output, of one example.</param>
internal sealed record Buffer(Home Home, int Offset, int Size);
