using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>A fault of a surface.</summary>
internal abstract class Defect
{
    /// <summary>Where the surface that is seen at a place was before it was bent.</summary>
    public virtual Vector2 Source(Vector2 place) => place;

    /// <summary>The colour at a place, with the fault.</summary>
    /// <param name="color">The colour without it.</param>
    /// <param name="place">The place.</param>
    public abstract Vector3 Color(Vector3 color, Vector2 place);

    /// <summary>A fault of a kind, somewhere in the picture; null for a good part.</summary>
    public static Defect? Draw(Condition condition, Random random) => condition switch
    {
        Condition.Scratch => new Scratch(random),
        Condition.Dent => new Dent(random),
        Condition.Stain => new Stain(random),
        _ => null,
    };
}
