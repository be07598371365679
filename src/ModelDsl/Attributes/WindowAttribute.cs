using System.ComponentModel;

namespace ModelDsl;

/// <summary>What layers that slide a window over a map have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WindowAttribute : LayerAttribute
{
    /// <summary>What surrounds the map; <see cref="Padding.Valid"/> by default, and <see cref="Padding.Explicit"/> where a size of it is given.</summary>
    public Padding Padding { get; set; }

    /// <summary>The padding on each side, at least 0, under <see cref="Padding.Explicit"/>; 0 by default.</summary>
    public int PaddingSize { get; set; }

    private protected WindowAttribute()
    {
    }
}
