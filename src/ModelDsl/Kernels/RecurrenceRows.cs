namespace ModelDsl.Kernels;

/// <summary>
/// The examples of a part in the order of their lengths, the longest first, so that those with a step left are always the first rows of the
/// states and a register tile leaves out the others.
/// </summary>
internal readonly unsafe struct RecurrenceRows
{
    private readonly nint* examples;
    private readonly nint* steps;

    private RecurrenceRows(nint* examples, nint* steps, nint count)
    {
        this.examples = examples;
        this.steps = steps;
        Count = count;
    }

    /// <summary>The number of rows.</summary>
    internal nint Count { get; }

    /// <summary>The most steps of a row.</summary>
    internal nint Longest => Count > 0 ? steps[0] : 0;

    /// <summary>The examples from <paramref name="from"/> up to <paramref name="to"/>; all have <paramref name="steps"/> steps where there are no lengths.</summary>
    internal static RecurrenceRows Of<T>(Address<T> lengths, nint from, nint to, int steps)
        where T : unmanaged
    {
        nint count = to - from;
        nint* examples = Scratch.Rent<nint>(Scratch.RecurrenceRows, 2 * count), own = examples + count;
        for (nint i = 0; i < count; i++)
        {
            nint length = lengths.Pointer is null ? steps : Math.Clamp(Whole(lengths[from + i]), 0, steps), row = i;
            for (; row > 0 && own[row - 1] < length; row--)
            {
                (examples[row], own[row]) = (examples[row - 1], own[row - 1]);
            }

            (examples[row], own[row]) = (from + i, length);
        }

        return new RecurrenceRows(examples, own, count);
    }

    /// <summary>The example of a row.</summary>
    internal nint Example(nint row) => examples[row];

    /// <summary>The steps of a row.</summary>
    internal nint Steps(nint row) => steps[row];

    /// <summary>The number of rows that have step <paramref name="step"/>.</summary>
    internal nint Active(nint step)
    {
        nint active = Count;
        while (active > 0 && steps[active - 1] <= step)
        {
            active--;
        }

        return active;
    }

    private static int Whole<T>(T length)
        where T : unmanaged => typeof(T) == typeof(float) ? (int)*(float*)&length : (int)*(double*)&length;
}
