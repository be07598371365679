using System.Globalization;
using ModelDsl;

namespace QualityInspection.Page;

/// <summary>Precision and recall of each condition.</summary>
internal static class FiguresPanel
{
    private const double Row = 103;

    /// <summary>Draws it.</summary>
    /// <param name="svg">Where.</param>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its top.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="confusion">The matrix that the figures follow from.</param>
    public static void Draw(Svg svg, double x, double y, double width, double height, ConfusionMatrix confusion)
    {
        svg.Box(x, y, width, height, Palette.Card, 12, Palette.Line, 1);
        svg.Text(x + 20, y + 32, "How far each verdict can be trusted", 15, Palette.Ink, 650);
        for (int i = 0; i < confusion.ClassCount; i++)
        {
            double top = y + 72 + (i * Row);
            svg.Box(x + 20, top - 10, 12, 12, Palette.Conditions[i], 3);
            svg.Text(x + 40, top + 1, Parts.Names[i], 14, Palette.Ink, 650);
            svg.Text(x + width - 20, top + 1, $"{confusion.Support(i)} parts", 11.5, Palette.Muted, 400, Svg.Anchor.End);
            Bar(svg, x + 20, top + 26, width - 40, "Precision", confusion.Precision(i), Palette.Conditions[i], 1);
            Bar(svg, x + 20, top + 48, width - 40, "Recall", confusion.Recall(i), Palette.Conditions[i], 0.6);
        }

        svg.Text(x + 20, y + height - 36, "Precision: of the parts that the network calls so, the share that are so.", 11.5, Palette.Muted);
        svg.Text(x + 20, y + height - 18, "Recall: of the parts that are so, the share that the network calls so.", 11.5, Palette.Muted);
    }

    private static void Bar(Svg svg, double x, double y, double width, string name, double value, string color, double opacity)
    {
        double length = width - 142;
        svg.Text(x, y, name, 12, Palette.Muted);
        svg.Box(x + 76, y - 10, length, 10, Palette.Track, 5);
        svg.Box(x + 76, y - 10, length * value, 10, color, 5, opacity: opacity);
        svg.Text(x + width, y, string.Create(CultureInfo.InvariantCulture, $"{100 * value:F1} %"), 12, Palette.Ink, 600, Svg.Anchor.End);
    }
}
