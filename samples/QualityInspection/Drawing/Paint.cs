using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>Glossy paint: light from above, a soft reflection, orange peel, flakes, and a few specks of dust, which are no fault.</summary>
internal sealed class Paint : Surface
{
    private static readonly Vector3[] paints =
        [new(0.66f, 0.13f, 0.14f), new(0.13f, 0.30f, 0.58f), new(0.82f, 0.83f, 0.82f), new(0.24f, 0.27f, 0.29f), new(0.12f, 0.40f, 0.34f), new(0.86f, 0.62f, 0.16f)];

    private readonly uint seed;
    private readonly Vector3 paint;
    private readonly float flakes;
    private readonly Vector2 normal;
    private readonly float reflection;
    private readonly float width;
    private readonly float shine;
    private readonly Vector2[] dust;

    public Paint(Random random)
    {
        seed = (uint)random.Next();
        paint = random.Pick(paints) * random.Between(0.88f, 1.08f);
        flakes = random.Next(2) * random.Between(0.03f, 0.06f);
        normal = Texture.Direction(random.Between(60, 120));
        reflection = random.Between(-30, 94);
        width = random.Between(10, 26);
        shine = random.Between(0, 0.16f);
        dust = new Vector2[random.Next(4)];
        for (int i = 0; i < dust.Length; i++)
            dust[i] = new Vector2(random.Between(0, Parts.Side), random.Between(0, Parts.Side));
    }

    public override Vector3 ColorAt(Vector2 place)
    {
        float distance = (Vector2.Dot(place, normal) - reflection) / width;
        float peel = 0.018f * Texture.Cloud(place.X * 0.22f, place.Y * 0.22f, seed);
        float light = 1.1f - (0.2f * place.Y / Parts.Side) + peel + (flakes * Texture.Grain((int)place.X, (int)place.Y, seed + 1));
        Vector3 color = (paint * light) + new Vector3(shine * MathF.Exp(-distance * distance));
        foreach (Vector2 speck in dust)
            color += new Vector3(0.2f * (1 - Texture.Step(0.4f, 1.3f, Vector2.Distance(place, speck))));
        return color;
    }
}
