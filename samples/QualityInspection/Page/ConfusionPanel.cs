using System.Globalization;
using ModelDsl;

namespace QualityInspection.Page;

/// <summary>The confusion matrix.</summary>
internal static class ConfusionPanel
{
    private const double Cell = 93;
    private const double Left = 90;
    private const double Top = 74;

    /// <summary>The height of the panel.</summary>
    public const double Height = Top + (4 * Cell) + 64;

    /// <summary>Draws it.</summary>
    /// <param name="svg">Where.</param>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its top.</param>
    /// <param name="width">Its width.</param>
    /// <param name="confusion">The matrix.</param>
    public static void Draw(Svg svg, double x, double y, double width, ConfusionMatrix confusion)
    {
        svg.Box(x, y, width, Height, Palette.Card, 12, Palette.Line, 1);
        svg.Text(x + 20, y + 32, "Which condition is taken for which", 15, Palette.Ink, 650);
        for (int i = 0; i < confusion.ClassCount; i++)
        {
            double middle = (i + 0.5) * Cell;
            svg.Text(x + Left + middle, y + Top - 10, Parts.Names[i], 12, Palette.Conditions[i], 600, Svg.Anchor.Middle);
            svg.Text(x + Left - 12, y + Top + middle + 4, Parts.Names[i], 12, Palette.Conditions[i], 600, Svg.Anchor.End);
            for (int predicted = 0; predicted < confusion.ClassCount; predicted++)
                Draw(svg, x + Left + (predicted * Cell), y + Top + (i * Cell), confusion, i, predicted);
        }

        svg.Text(x + Left + (2 * Cell), y + Top + (4 * Cell) + 24, "what the network sees", 12, Palette.Muted, 400, Svg.Anchor.Middle);
        svg.Text(x + Left + (2 * Cell), y + Top + (4 * Cell) + 42, "a row for each true condition", 12, Palette.Muted, 400, Svg.Anchor.Middle);
    }

    private static void Draw(Svg svg, double x, double y, ConfusionMatrix confusion, int label, int predicted)
    {
        long count = confusion[label, predicted];
        double share = count / (double)Math.Max(1, confusion.Support(label));
        bool isRight = label == predicted;

        // Mistakes are few: their colour follows the square root of their share, so that they can be told apart.
        double strength = isRight ? share : Math.Sqrt(share);
        svg.Box(x + 2, y + 2, Cell - 4, Cell - 4, Palette.Track, 8);
        svg.Box(x + 2, y + 2, Cell - 4, Cell - 4, isRight ? Palette.Conditions[label] : Palette.Wrong, 8, opacity: 0.92 * strength);
        string ink = strength > 0.6 ? "#ffffff" : count == 0 ? Palette.Muted : Palette.Ink;
        svg.Text(x + (Cell / 2), y + (Cell / 2) + 7, count.ToString(CultureInfo.InvariantCulture), 20, ink, count == 0 ? 400 : 650, Svg.Anchor.Middle);
    }
}
