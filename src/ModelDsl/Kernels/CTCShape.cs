using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>The sizes of one example of a connectionist temporal classification.</summary>
/// <param name="steps">The steps, at least 1.</param>
/// <param name="classes">The classes, the blank among them.</param>
/// <param name="labels">The most labels that an example has, at least 1.</param>
/// <param name="blank">The class that stands for no label.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CTCShape(int steps, int classes, int labels, int blank)
{
    internal readonly int Steps = steps;
    internal readonly int Classes = classes;
    internal readonly int Labels = labels;
    internal readonly int Blank = blank;

    /// <summary>The most states that a path goes through: the labels, and a blank before, between and behind them.</summary>
    internal int States => (2 * Labels) + 1;
}
