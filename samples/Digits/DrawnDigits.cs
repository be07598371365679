using System.Numerics;

namespace Digits;

/// <summary>Draws digits as a hurried hand would: each picture has its own slant, size, place, pen and paper.</summary>
internal sealed class DrawnDigits
{
    private const int Side = DigitImages.Side;

    private readonly Random random;
    private readonly float[] distances = new float[Side * Side];
    private readonly List<Vector2> line = [];

    /// <summary>A source of pictures; the same seed draws the same pictures.</summary>
    public DrawnDigits(int seed) => random = new Random(seed);

    /// <summary>Draws pictures of digits chosen at random.</summary>
    /// <param name="count">The number of pictures.</param>
    public DigitImages Draw(int count)
    {
        byte[] pixels = new byte[count * DigitImages.Size];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(DigitImages.Digits);
            Draw(labels[i], pixels.AsSpan(i * DigitImages.Size, DigitImages.Size));
        }
        return new DigitImages(pixels, labels);
    }

    private void Draw(int digit, Span<byte> picture)
    {
        Stroke[][] variants = Glyphs.Variants[digit];
        Hand hand = Hand.Draw(random);
        Array.Fill(distances, Side * Side);
        foreach (Stroke stroke in variants[random.Next(variants.Length)])
            Follow(stroke, hand);
        Ink(picture, hand);
    }

    private void Follow(Stroke stroke, in Hand hand)
    {
        Span<Vector2> points = stackalloc Vector2[stroke.Points.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = hand.Place(stroke.Points[i] + (hand.Jitter * new Vector2(Around(), Around())));
        stroke.Trace(points, line);
        for (int i = 0; i + 1 < line.Count; i++)
            Measure(line[i], line[i + 1], hand.PenRadius + 1);
    }

    // Keeps for each pixel near the segment its distance to the nearest part of the line so far.
    private void Measure(Vector2 from, Vector2 to, float reach)
    {
        Vector2 low = Vector2.Min(from, to) - new Vector2(reach);
        Vector2 high = Vector2.Max(from, to) + new Vector2(reach);
        Vector2 along = to - from;
        float scale = 1 / Math.Max(along.LengthSquared(), 1e-6f);
        int right = Math.Min((int)high.X, Side - 1);
        int bottom = Math.Min((int)high.Y, Side - 1);
        for (int y = Math.Max((int)low.Y, 0); y <= bottom; y++)
        {
            for (int x = Math.Max((int)low.X, 0); x <= right; x++)
            {
                Vector2 offset = new Vector2(x, y) - from;
                float t = Math.Clamp(Vector2.Dot(offset, along) * scale, 0, 1);
                ref float distance = ref distances[(y * Side) + x];
                distance = MathF.Min(distance, (offset - (t * along)).Length());
            }
        }
    }

    private void Ink(Span<byte> picture, in Hand hand)
    {
        for (int i = 0; i < picture.Length; i++)
        {
            float ink = Math.Clamp(hand.PenRadius + 0.5f - distances[i], 0, 1);
            float paper = hand.Paper + Vector2.Dot(hand.Shade, new Vector2((i % Side) - 13.5f, (i / Side) - 13.5f));
            float noise = hand.Grain * Around();
            float grey = Math.Clamp(paper + ((hand.Ink - paper) * ink) + noise, 0, 1);
            picture[i] = (byte)MathF.Round(grey * byte.MaxValue);
        }
    }

    private float Around() => (2 * random.NextSingle()) - 1;
}
