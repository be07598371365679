namespace ModelDsl;

/// <summary>
/// The mean of each window along time, channel by channel (of the elements that are really there: padding is not counted): (length, channels) to (output length, channels), where the output length is
/// ⌊(length + 2·padding − size) / stride⌋ + 1. What remains at the end is left out; <see cref="Padding.Same"/> keeps it.
/// </summary>
/// <param name="size">The length of the window, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AveragePool1DAttribute(int size) : PoolAttribute
{
    /// <summary>The length of the window.</summary>
    public int Size { get; } = size;
}
