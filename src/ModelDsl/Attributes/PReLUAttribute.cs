namespace ModelDsl;

/// <summary>The activation x for x > 0, else a·x, where the slope a is learned (He et al. 2015). Weight files hold <c>weight</c> as [channels], or [1] where it is shared.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>The slope at first; 0.25 by default.</summary>
    public double InitialValue { get; set; } = 0.25;

    /// <summary>Whether there is one slope for all channels (the last axis) instead of one for each; false by default.</summary>
    public bool Shared { get; set; }
}
