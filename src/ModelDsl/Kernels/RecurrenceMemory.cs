namespace ModelDsl.Kernels;

/// <summary>
/// What a part of a recurrence works in, small enough for the first levels of the cache: the hidden states, the memories of
/// LSTM cells, the recurrent sums and the bias. The outputs hold the same states, but a power of two apart, where rows drive each
/// other out of the cache.
/// </summary>
internal readonly unsafe struct RecurrenceMemory<T>
    where T : unmanaged
{
    private readonly T* start;
    private readonly nint rows;
    private readonly nint length;

    private RecurrenceMemory(nint rows, nint padded, nint gates)
    {
        this.rows = rows;
        HiddenStep = RecurrencePartition.Apart<T>(padded);
        SumStep = RecurrencePartition.Apart<T>(gates * padded);
        length = (2 * rows * HiddenStep) + (rows * SumStep) + (gates * padded);
        start = Scratch.Rent<T>(Scratch.RecurrenceStates, length);
    }

    /// <summary>From one row of a state to the next.</summary>
    internal nint HiddenStep { get; }

    /// <summary>From one row of the sums to the next.</summary>
    internal nint SumStep { get; }

    /// <summary>The hidden states.</summary>
    internal T* Hidden => start;

    /// <summary>The memories.</summary>
    internal T* Memory => start + (rows * HiddenStep);

    /// <summary>The recurrent sums, padded for each gate but for a single row.</summary>
    internal T* Sums => start + (2 * rows * HiddenStep);

    /// <summary>The bias, padded for each gate.</summary>
    internal T* Bias => Sums + (rows * SumStep);

    /// <summary>Memory for <paramref name="rows"/> rows.</summary>
    internal static RecurrenceMemory<T> Rent(nint rows, nint padded, nint gates) => new(rows, padded, gates);

    /// <summary>Sets everything to zero.</summary>
    internal void Clear() => new Span<T>(start, checked((int)length)).Clear();
}
