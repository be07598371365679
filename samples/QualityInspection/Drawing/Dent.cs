using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>A hollow: the side that falls away from the light, which comes from above, is dark, and the opposite one bright; the pattern is bent.</summary>
internal sealed class Dent : Defect
{
    private readonly Vector2 middle;
    private readonly Vector2 axis;
    private readonly float radius;
    private readonly float stretch;
    private readonly float depth;
    private readonly Vector2 light;

    public Dent(Random random)
    {
        middle = new Vector2(random.Between(16, 48), random.Between(16, 48));
        axis = Texture.Direction(random.Between(0, 180));
        radius = random.Between(5, 11);
        stretch = random.Between(1, 1.6f);
        depth = random.Between(0.2f, 0.62f);
        light = Texture.Direction(random.Between(-125, -55));
    }

    public override Vector2 Source(Vector2 place) => place - (2.2f * Slope(place));

    public override Vector3 Color(Vector3 color, Vector2 place)
    {
        float tilt = Vector2.Dot(Slope(place), light);
        return (color * (1 - tilt)) + new Vector3(0.22f * Math.Max(0, -tilt));
    }

    /// <summary>The slope of a bell-shaped hollow: none in its middle and outside, and steepest between.</summary>
    private Vector2 Slope(Vector2 place)
    {
        Vector2 offset = place - middle;
        float u = Vector2.Dot(offset, axis) / (radius * stretch);
        float v = ((offset.X * -axis.Y) + (offset.Y * axis.X)) / radius;
        float fall = 1.65f * depth * MathF.Exp(-((u * u) + (v * v)) / 1.1f);
        return fall * ((axis * u) + (new Vector2(-axis.Y, axis.X) * v));
    }
}
