using System.ComponentModel;

namespace ModelDsl;

/// <summary>What poolings have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PoolAttribute : WindowAttribute
{
    /// <summary>How far the window moves from one output to the next, at least 1; 0, the default: by its own size, so that windows do not overlap.</summary>
    public int Stride { get; set; }

    private protected PoolAttribute()
    {
    }
}
