namespace ModelDsl;

/// <summary>
/// In training, sets each channel of an example to zero as a whole with probability <paramref name="rate"/> and divides the others by 1 − rate (Tompson
/// et al. 2015); in inference, nothing. The channels are the last axis, behind (length) or (height, width).
/// </summary>
/// <param name="rate">The probability of a channel to be dropped, in [0, 1).</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpatialDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability of a channel to be dropped.</summary>
    public double Rate { get; } = rate;
}
