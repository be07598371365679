using System.ComponentModel;

namespace ModelDsl;

/// <summary>What layers made of blocks have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CombinatorAttribute : LayerAttribute
{
    /// <summary>Whether all uses of one block in this layer have the same parameters, whose gradients add up; false by default: each has its own.</summary>
    public bool SharedWeights { get; set; }

    private protected CombinatorAttribute()
    {
    }
}
