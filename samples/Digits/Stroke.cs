using System.Numerics;

namespace Digits;

/// <summary>One movement of the pen: points in a box one high, its centre at the origin, y downwards.</summary>
/// <param name="Points">The points that the pen passes.</param>
/// <param name="IsSmooth">Whether the pen swings through the points; otherwise it goes straight from one to the next.</param>
internal sealed record Stroke(Vector2[] Points, bool IsSmooth)
{
    private const int StepsPerPoint = 5;

    /// <summary>Straight lines through points given as x, y, x, y, ….</summary>
    public static Stroke Line(params float[] coordinates) => new(Pair(coordinates), IsSmooth: false);

    /// <summary>A smooth curve through points given as x, y, x, y, ….</summary>
    public static Stroke Curve(params float[] coordinates) => new(Pair(coordinates), IsSmooth: true);

    /// <summary>An arc of an ellipse; degrees count clockwise from the right.</summary>
    public static Stroke Arc(float centreX, float centreY, float radiusX, float radiusY, float from, float to)
    {
        int count = Math.Max(3, (int)(MathF.Abs(to - from) / 45) + 1);
        Vector2[] points = new Vector2[count];
        for (int i = 0; i < count; i++)
        {
            (float sine, float cosine) = MathF.SinCos((from + ((to - from) * i / (count - 1))) * MathF.PI / 180);
            points[i] = new Vector2(centreX + (radiusX * cosine), centreY + (radiusY * sine));
        }
        return new Stroke(points, IsSmooth: true);
    }

    /// <summary>Writes the line that the pen draws through the given places of <see cref="Points"/>.</summary>
    /// <param name="points">As many points as the stroke has, moved to where they are to be drawn.</param>
    /// <param name="line">Receives the corners of the line.</param>
    public void Trace(ReadOnlySpan<Vector2> points, List<Vector2> line)
    {
        line.Clear();
        if (!IsSmooth)
        {
            line.AddRange(points);
            return;
        }
        for (int i = 0; i + 1 < points.Length; i++)
        {
            Vector2 before = points[Math.Max(i - 1, 0)];
            Vector2 after = points[Math.Min(i + 2, points.Length - 1)];
            for (int step = 0; step < StepsPerPoint; step++)
                line.Add(CatmullRom(before, points[i], points[i + 1], after, step / (float)StepsPerPoint));
        }
        line.Add(points[^1]);
    }

    // The uniform spline of Catmull and Rom (1974): it passes its points, so glyphs can be written as the points they pass.
    private static Vector2 CatmullRom(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float t) =>
        0.5f * ((2 * b) + (t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a)))))));

    private static Vector2[] Pair(float[] coordinates)
    {
        Vector2[] points = new Vector2[coordinates.Length / 2];
        for (int i = 0; i < points.Length; i++)
            points[i] = new Vector2(coordinates[2 * i], coordinates[(2 * i) + 1]);
        return points;
    }
}
