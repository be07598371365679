namespace ModelDsl.Kernels;

/// <summary>
/// What a part of a recurrence works in, small enough for the first level of the cache: the hidden states before and after a step, the memories
/// of LSTM cells, the recurrent sums of a panel and the bias. The outputs hold the same states, but a power of two apart, where rows drive each
/// other out of the cache.
/// </summary>
internal readonly unsafe struct RecurrenceMemory<T>
    where T : unmanaged
{
    private readonly T* start;
    private readonly nint rows;
    private readonly nint length;

    private RecurrenceMemory(nint rows, nint padded, nint gates, nint width)
    {
        this.rows = rows;
        HiddenStep = RecurrencePartition.Apart<T>(padded);
        SumStep = gates * width;
        length = (3 * rows * HiddenStep) + (rows * SumStep) + (gates * padded);
        start = Scratch.Rent<T>(Scratch.RecurrenceStates, length);
    }

    /// <summary>From one row of a state to the next.</summary>
    internal nint HiddenStep { get; }

    /// <summary>From one row of the sums to the next.</summary>
    internal nint SumStep { get; }

    /// <summary>The memories.</summary>
    internal T* Memory => start + (2 * rows * HiddenStep);

    /// <summary>The sums of a panel.</summary>
    internal T* Sums => start + (3 * rows * HiddenStep);

    /// <summary>The bias, padded for each gate.</summary>
    internal T* Bias => Sums + (rows * SumStep);

    /// <summary>Memory for <paramref name="rows"/> rows and panels of <paramref name="width"/> units.</summary>
    internal static RecurrenceMemory<T> Rent(nint rows, nint padded, nint gates, nint width) => new(rows, padded, gates, width);

    /// <summary>The hidden states before step <paramref name="step"/>.</summary>
    internal T* Hidden(nint step) => start + ((step & 1) * rows * HiddenStep);

    /// <summary>Sets everything to zero.</summary>
    internal void Clear() => new Span<T>(start, checked((int)length)).Clear();

    /// <summary>Sets the sums to zero.</summary>
    internal void ClearSums() => new Span<T>(Sums, (int)(rows * SumStep)).Clear();
}
