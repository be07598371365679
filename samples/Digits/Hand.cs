using System.Numerics;

namespace Digits;

/// <summary>How one picture is written: the placing of the glyph, the pen and the paper.</summary>
internal readonly struct Hand
{
    private const float Centre = (DigitImages.Side - 1) / 2f;

    private Matrix3x2 Placing { get; init; }

    /// <summary>How far each point of a stroke may stray, in heights of the glyph.</summary>
    public float Jitter { get; private init; }

    /// <summary>Half the thickness of the line, in pixels.</summary>
    public float PenRadius { get; private init; }

    /// <summary>The grey value of the line.</summary>
    public float Ink { get; private init; }

    /// <summary>The grey value of the paper's middle.</summary>
    public float Paper { get; private init; }

    /// <summary>How the paper's grey changes from pixel to pixel, across and down.</summary>
    public Vector2 Shade { get; private init; }

    /// <summary>The largest disturbance of a pixel.</summary>
    public float Grain { get; private init; }

    /// <summary>Chooses a hand.</summary>
    /// <param name="random">Where the choices come from.</param>
    public static Hand Draw(Random random)
    {
        float height = Between(random, 15, 22);
        Matrix3x2 placing =
            Matrix3x2.CreateScale(height * Between(random, 0.75f, 1.2f), height)
            * Matrix3x2.CreateSkew(Between(random, -0.35f, 0.35f), 0)
            * Matrix3x2.CreateRotation(Between(random, -0.3f, 0.3f))
            * Matrix3x2.CreateTranslation(Centre + Between(random, -3, 3), Centre + Between(random, -3, 3));
        return new Hand
        {
            Placing = placing,
            Jitter = Between(random, 0.01f, 0.05f),
            PenRadius = Between(random, 0.6f, 1.6f),
            Ink = Between(random, 0.65f, 1),
            Paper = Between(random, 0, 0.15f),
            Shade = new Vector2(Between(random, -0.006f, 0.006f), Between(random, -0.006f, 0.006f)),
            Grain = Between(random, 0.02f, 0.2f),
        };
    }

    /// <summary>Where a point of the glyph lies in the picture, in pixels.</summary>
    /// <param name="point">The point in the glyph's box.</param>
    public Vector2 Place(Vector2 point) => Vector2.Transform(point, Placing);

    private static float Between(Random random, float low, float high) => low + ((high - low) * random.NextSingle());
}
