using System.Numerics;

namespace QualityInspection.Drawing;

/// <summary>Woven threads that pass over and under each other; some are thicker or paler than others.</summary>
internal sealed class Fabric(Random random) : Surface
{
    private static readonly (Vector3 Warp, Vector3 Weft)[] cloths =
    [
        (new(0.20f, 0.27f, 0.42f), new(0.26f, 0.34f, 0.52f)),
        (new(0.78f, 0.72f, 0.60f), new(0.70f, 0.63f, 0.51f)),
        (new(0.30f, 0.38f, 0.27f), new(0.39f, 0.46f, 0.33f)),
        (new(0.48f, 0.17f, 0.20f), new(0.57f, 0.23f, 0.25f)),
        (new(0.30f, 0.30f, 0.32f), new(0.44f, 0.44f, 0.46f)),
    ];

    private readonly uint seed = (uint)random.Next();
    private readonly (Vector3 Warp, Vector3 Weft) cloth = random.Pick(cloths);
    private readonly Vector2 along = Texture.Direction(random.Between(-20, 20));
    private readonly float thread = random.Between(3.2f, 5.2f);
    private readonly int twill = random.Next(2);

    public override Vector3 ColorAt(Vector2 place)
    {
        float u = Vector2.Dot(place, along) / thread;
        float v = ((place.X * -along.Y) + (place.Y * along.X)) / thread;
        u += 0.1f * Texture.Cloud(v * 0.4f, u * 0.1f, seed);
        v += 0.1f * Texture.Cloud(u * 0.4f, v * 0.1f, seed + 1);
        int column = (int)MathF.Floor(u);
        int row = (int)MathF.Floor(v);
        bool warpOnTop = twill == 0 ? ((column + row) & 1) == 0 : (column + row) % 3 is not (1 or -2);
        float across = warpOnTop ? u - column : v - row;
        float length = warpOnTop ? v - row : u - column;
        float round = (1 - MathF.Pow(MathF.Abs((2 * across) - 1), 2.4f)) * (0.75f + (0.25f * MathF.Sin(length * MathF.PI)));
        float slub = 0.09f * Texture.Grain(warpOnTop ? column : row, warpOnTop ? 1 : 2, seed + 2);
        float folds = 0.06f * Texture.Cloud(place.X * 0.04f, place.Y * 0.04f, seed + 3);
        Vector3 color = warpOnTop ? cloth.Warp : cloth.Weft;
        return color * (0.62f + (0.5f * round) + slub + folds + (0.04f * Texture.Grain((int)place.X, (int)place.Y, seed + 4)));
    }
}
