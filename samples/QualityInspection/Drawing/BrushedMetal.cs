using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>Metal with fine parallel lines from brushing, a band of gloss, and now and then a deeper line of the brush.</summary>
internal sealed class BrushedMetal(Random random) : Surface
{
    private static readonly Vector3[] metals =
        [new(0.62f, 0.65f, 0.68f), new(0.73f, 0.60f, 0.36f), new(0.77f, 0.78f, 0.80f), new(0.72f, 0.46f, 0.35f), new(0.38f, 0.40f, 0.44f)];

    private readonly uint seed = (uint)random.Next();
    private readonly Vector3 metal = random.Pick(metals) * random.Between(0.9f, 1.08f);
    private readonly Vector2 along = Texture.Direction(random.Between(-12, 12) + (random.Next(4) == 0 ? 90 : 0));
    private readonly float gloss = random.Between(-20, 84);
    private readonly float glossWidth = random.Between(14, 30);
    private readonly float brush = random.Between(0.05f, 0.11f);

    public override Vector3 ColorAt(Vector2 place)
    {
        float u = Vector2.Dot(place, along);
        float v = (place.X * -along.Y) + (place.Y * along.X);
        float lines = Texture.Cloud(u * 0.03f, v * 1.3f, seed) + (0.6f * Texture.Cloud(u * 0.09f, v * 0.55f, seed + 1));
        float deep = Math.Max(0, Texture.Cloud(u * 0.015f, MathF.Floor(v) * 1.7f, seed + 2) - 0.72f);
        float distance = (v - gloss) / glossWidth;
        float light = 1 + (brush * lines) - (0.5f * deep) + (0.22f * MathF.Exp(-distance * distance));
        return (metal * light) + new Vector3(0.012f * Texture.Grain((int)place.X, (int)place.Y, seed + 3));
    }
}
