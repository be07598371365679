using System.Globalization;

namespace QualityInspection.Page;

/// <summary>A part with what the network says of it.</summary>
internal static class ExampleCard
{
    /// <summary>The width of a card.</summary>
    public const double Width = 152;

    /// <summary>The height of a card.</summary>
    public const double Height = 236;

    private const double Margin = 10;
    private const double Side = Width - (2 * Margin);
    private const double BarStart = 58;

    /// <summary>Draws one.</summary>
    /// <param name="svg">Where.</param>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its top.</param>
    /// <param name="inspection">The inspection.</param>
    /// <param name="index">The part.</param>
    public static void Draw(Svg svg, double x, double y, Inspection inspection, int index)
    {
        bool isRight = inspection.IsRight(index);
        int truth = inspection.Parts.Labels[index];
        int seen = inspection.Seen(index);
        svg.Box(x, y, Width, Height, isRight ? Palette.Card : Palette.WrongCard, 10, isRight ? Palette.Line : Palette.Wrong, isRight ? 1 : 2);
        svg.Picture(x + Margin, y + Margin, Side, inspection.Parts.Picture(index), Parts.Side, $"{Parts.Names[truth]}, seen as {Parts.Names[seen]}");
        double line = y + Margin + Side + 19;
        svg.Text(x + Margin, line, Parts.Names[seen], 13.5, isRight ? Palette.Ink : Palette.Wrong, 650);
        string note = isRight ? string.Create(CultureInfo.InvariantCulture, $"{100 * inspection.Of(index)[seen]:F0} %") : $"is {Parts.Names[truth].ToLowerInvariant()}";
        svg.Text(x + Width - Margin, line, note, 11.5, isRight ? Palette.Muted : Palette.Wrong, 500, Svg.Anchor.End);
        for (int condition = 0; condition < Parts.Names.Length; condition++)
            Bar(svg, x, line + 16 + (14 * condition), condition, inspection.Of(index)[condition], condition == truth);
    }

    private static void Bar(Svg svg, double x, double y, int condition, float probability, bool isTrue)
    {
        double length = Width - BarStart - Margin;
        svg.Text(x + Margin, y, Parts.Names[condition], 10, isTrue ? Palette.Ink : Palette.Muted, isTrue ? 650 : 400);
        svg.Box(x + BarStart, y - 7, length, 6, Palette.Track, 3);
        if (probability > 0.01)
            svg.Box(x + BarStart, y - 7, Math.Max(6, length * probability), 6, Palette.Conditions[condition], 3);
    }
}
