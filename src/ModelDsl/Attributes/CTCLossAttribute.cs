namespace ModelDsl;

/// <summary>
/// Connectionist temporal classification (Graves et al. 2006, equation 12), after <see cref="SoftmaxAttribute"/> over (steps, classes): −ln of the probability of a sequence of
/// labels that is not aligned with the steps, divided by the number of labels (PyTorch's <c>reduction='mean'</c>). The classes of the steps give a sequence when what repeats
/// is joined and blanks are dropped. Targets are class indices, none of them the blank; shorter sequences are filled up with <see cref="Dataset.Ignored"/>. Where examples
/// have lengths, steps behind them do not count. An example whose labels have no path of its steps (there are fewer steps than labels and blanks between equal ones) has the
/// loss 0 and no gradient, and counts in the mean (PyTorch's <c>zero_infinity</c>).
/// </summary>
/// <param name="labels">The most labels that an example has, from 1 to the number of steps.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CTCLossAttribute(int labels) : LossAttribute
{
    /// <summary>The most labels that an example has.</summary>
    public int Labels { get; } = labels;

    /// <summary>The class that stands for no label; 0 by default.</summary>
    public int Blank { get; set; }
}
