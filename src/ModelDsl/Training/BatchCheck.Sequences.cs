namespace ModelDsl;

/// <content>Labels that a model sets limits to.</content>
internal static partial class BatchCheck
{
    /// <summary>Whether labels are classes, and, where they are sequences, have no blank among them and nothing behind their end.</summary>
    internal static void Labels(ReadOnlySpan<int> labels, int size, in ValueLimits limits, ReadOnlySpan<int> indices)
    {
        Labels(labels, size, limits.ClassCount, limits.IgnoredLabel, indices, limits.ParameterName);
        for (int i = 0; i < labels.Length && limits.BlankLabel is not null; i++)
        {
            (int example, int position) = Math.DivRem(i, size);
            if (labels[i] == limits.BlankLabel)
            {
                throw Fault(limits.ParameterName, $"{limits.ParameterName}: label {position} of example {Index(example, indices)} is {labels[i]}, the blank, which is not a label.");
            }

            if (position > 0 && labels[i] != limits.IgnoredLabel && labels[i - 1] == limits.IgnoredLabel)
            {
                throw Fault(limits.ParameterName, $"{limits.ParameterName}: label {position} of example {Index(example, indices)} is {labels[i]}, but the label before it is {labels[i - 1]}, which ends the sequence.");
            }
        }
    }
}
