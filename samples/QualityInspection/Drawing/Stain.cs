using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>A spot with an uneven edge, a darker rim where it dried, and a few drops beside it.</summary>
internal sealed class Stain : Defect
{
    private static readonly Vector3[] liquids =
        [new(0.38f, 0.24f, 0.12f), new(0.10f, 0.10f, 0.11f), new(0.62f, 0.32f, 0.12f), new(0.30f, 0.33f, 0.22f), new(0.86f, 0.86f, 0.82f)];

    private readonly (Vector2 Middle, float Radius)[] spots;
    private readonly Vector3 liquid;
    private readonly float density;
    private readonly float rim;
    private readonly uint seed;

    public Stain(Random random)
    {
        seed = (uint)random.Next();
        liquid = random.Pick(liquids);
        density = random.Between(0.2f, 0.55f);
        rim = random.Between(0, 0.7f);
        Vector2 middle = new(random.Between(16, 48), random.Between(16, 48));
        float radius = random.Between(4.5f, 12);
        spots = new (Vector2, float)[1 + random.Next(4)];
        spots[0] = (middle, radius);
        for (int i = 1; i < spots.Length; i++)
            spots[i] = (middle + (Texture.Direction(random.Between(0, 360)) * (radius + random.Between(3, 8))), random.Between(1, 2.4f));
    }

    public override Vector3 Color(Vector3 color, Vector2 place)
    {
        float cover = 0;
        for (int i = 0; i < spots.Length; i++)
            cover = Math.Max(cover, Cover(place, spots[i].Middle, spots[i].Radius, seed + (uint)i));
        return Vector3.Lerp(color, liquid * (new Vector3(0.35f) + (0.65f * color)), Math.Min(1, density * cover));
    }

    private float Cover(Vector2 place, Vector2 middle, float radius, uint edge)
    {
        Vector2 offset = place - middle;
        Vector2 direction = offset / Math.Max(offset.Length(), 0.01f);
        float wobble = (0.22f * Texture.Cloud((direction.X * 1.3f) + 5, (direction.Y * 1.3f) + 5, edge)) + (0.1f * Texture.Cloud(direction.X * 3.1f, direction.Y * 3.1f, edge));
        float inside = 1 - (offset.Length() / (radius * (1 + wobble)));
        float uneven = 0.85f + (0.25f * Texture.Cloud(place.X * 0.25f, place.Y * 0.25f, edge + 9));
        float dried = rim * MathF.Exp(-MathF.Pow((inside - 0.12f) / 0.1f, 2));
        return Texture.Step(0, 0.16f, inside) * (uneven + dried);
    }
}
