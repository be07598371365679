namespace ModelDsl.Kernels;

/// <summary>How a recurrence is cut: into groups of examples that run through all steps on their own, so that no thread waits for another.</summary>
internal static class RecurrencePartition
{
    /// <summary>The most rows of a part: those of one register tile of the widest vectors.</summary>
    private const int MaxRows = 12;

    /// <summary>A number of parts that two or four threads share equally.</summary>
    private const int Equal = 4;

    private const int Line = 64;

    /// <summary>The number of parts of <paramref name="batch"/> examples.</summary>
    internal static nint Parts(nint batch)
    {
        nint parts = Partition.Count(batch, MaxRows);
        return parts > 2 ? Partition.Count(parts, Equal) * Equal : parts;
    }

    /// <summary>The first row of part <paramref name="part"/>.</summary>
    internal static nint From(nint part, nint batch, nint parts) => part * batch / parts;

    /// <summary>At least <paramref name="elements"/>, an odd number of lines of the cache, so that rows at this distance do not drive each other out.</summary>
    internal static unsafe nint Apart<T>(nint elements)
        where T : unmanaged => (Partition.Count(elements * sizeof(T), Line) | 1) * Line / sizeof(T);
}
