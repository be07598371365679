using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>A surface without fault: a colour for each place.</summary>
internal abstract class Surface
{
    /// <summary>The colour at a place, about from 0 to 1.</summary>
    public abstract Vector3 ColorAt(Vector2 place);

    /// <summary>A surface chosen at random.</summary>
    public static Surface Draw(Random random) => random.Next(3) switch
    {
        0 => new BrushedMetal(random),
        1 => new Fabric(random),
        _ => new Paint(random),
    };
}
