using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>A thin, slightly bent line that tapers off, with a bright burr beside its dark groove.</summary>
internal sealed class Scratch : Defect
{
    private const int Segments = 16;

    private readonly Vector2[] line = new Vector2[Segments + 1];
    private readonly uint seed;
    private readonly float width;
    private readonly float depth;
    private readonly Vector2 burr;

    public Scratch(Random random)
    {
        seed = (uint)random.Next();
        width = random.Between(0.5f, 1.1f);
        depth = random.Between(0.16f, 0.5f);
        Vector2 along = Texture.Direction(random.Between(0, 360));
        Vector2 across = new(-along.Y, along.X);
        Vector2 middle = new(random.Between(16, 48), random.Between(16, 48));
        float length = random.Between(18, 52);
        float bend = random.Between(-0.16f, 0.16f) * length;
        burr = across * random.Between(0.9f, 1.4f);
        for (int i = 0; i <= Segments; i++)
        {
            float t = (2f * i / Segments) - 1;
            line[i] = middle + (along * (t * length / 2)) + (across * (bend * (1 - (t * t))));
        }
    }

    public override Vector3 Color(Vector3 color, Vector2 place) =>
        (color * (1 - (depth * Cover(place)))) + new Vector3(0.8f * depth * Cover(place - burr));

    /// <summary>How much of a place lies in the groove.</summary>
    private float Cover(Vector2 place)
    {
        float nearest = float.MaxValue;
        float at = 0;
        for (int i = 0; i < Segments; i++)
        {
            Vector2 segment = line[i + 1] - line[i];
            float t = Math.Clamp(Vector2.Dot(place - line[i], segment) / segment.LengthSquared(), 0, 1);
            float distance = Vector2.Distance(place, line[i] + (t * segment));
            if (distance < nearest)
                (nearest, at) = (distance, (i + t) / Segments);
        }

        float pressure = MathF.Sqrt(Math.Max(0, 4 * at * (1 - at))) * (0.8f + (0.3f * Texture.Cloud(at * 9, 0, seed)));
        return pressure * (1 - Texture.Step(width * 0.4f, width + 0.5f, nearest));
    }
}
