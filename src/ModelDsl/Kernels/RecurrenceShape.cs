using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The sizes of one example of a recurrent layer.</summary>
/// <param name="kind">The cell.</param>
/// <param name="steps">The number of steps.</param>
/// <param name="units">The number of units, which is the size of the hidden state.</param>
/// <exception cref="ArgumentOutOfRangeException">The cell is none of the enumeration, or a size is negative.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RecurrenceShape(RecurrenceKind kind, int steps, int units)
{
    /// <summary>The cell.</summary>
    public RecurrenceKind Kind { get; } = kind is >= RecurrenceKind.RNN and <= RecurrenceKind.GRU
        ? kind
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such cell.");

    /// <summary>The number of steps.</summary>
    public int Steps { get; } = steps >= 0 ? steps : throw new ArgumentOutOfRangeException(nameof(steps));

    /// <summary>The number of units.</summary>
    public int Units { get; } = units >= 0 ? units : throw new ArgumentOutOfRangeException(nameof(units));

    /// <summary>The gates of a unit: 1 for a plain cell, 4 for LSTM (i, f, g, o), 3 for GRU (r, z, n).</summary>
    public int Gates => Kind switch { RecurrenceKind.LSTM => 4, RecurrenceKind.GRU => 3, _ => 1 };

    /// <summary>The values that the gradient needs of a unit and a step beside the output: none, 5 for LSTM (i, f, g, o, c), 4 for GRU (r, z, n, h·W_hn + b_hn).</summary>
    public int Kept => Kind switch { RecurrenceKind.LSTM => 5, RecurrenceKind.GRU => 4, _ => 0 };

    /// <summary>The values that a unit carries from step to step: 1, or 2 for LSTM (h and c).</summary>
    public int States => Kind == RecurrenceKind.LSTM ? 2 : 1;
}
