namespace ModelDsl;

/// <summary>
/// −Σ w·q·ln p over the classes of the last axis, after <see cref="SoftmaxAttribute"/>. Targets are class indices, or, with
/// <see cref="SoftTargets"/>, probabilities. With class weights the mean is weighted by the weight of each example's class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CrossEntropyLossAttribute : LossAttribute
{
    /// <summary>ε in [0, 1): the target is (1 − ε) for the class and ε / classes for every class (Szegedy et al. 2016, section 7); 0 by default.</summary>
    public double LabelSmoothing { get; set; }

    /// <summary>A positive weight for each class; by default 1 each. With class indices only.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>A class index whose positions do not count, such as that of padding, or <see cref="Dataset.Ignored"/>; <see cref="int.MinValue"/>, the default, for none. With class indices only.</summary>
    public int IgnoreIndex { get; set; } = int.MinValue;

    /// <summary>Whether targets are probabilities, one for each class, rather than class indices; false by default.</summary>
    public bool SoftTargets { get; set; }
}
