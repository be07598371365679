namespace ModelDsl;

/// <summary>
/// In training, sets each value to zero with probability <paramref name="rate"/> and divides the others by 1 − rate; in inference, nothing
/// (Srivastava et al. 2014, in the inverted form).
/// </summary>
/// <param name="rate">The probability of a value to be dropped, in [0, 1).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability of a value to be dropped.</summary>
    public double Rate { get; } = rate;
}
