using System.Globalization;

namespace QualityInspection.Page;

/// <summary>A page for a person who wants to see what the network does.</summary>
internal static class InspectionPage
{
    private const int PerRow = 6;
    private const int MistakesPerRow = 2;
    private const double Margin = 48;
    private const double Gap = 14;
    private const double Top = 150;
    private const double RowHeight = ExampleCard.Height + 46;
    private const double Width = (2 * Margin) + (PerRow * ExampleCard.Width) + ((PerRow - 1) * Gap);

    /// <summary>Writes the page, an SVG picture.</summary>
    /// <param name="inspection">What to show.</param>
    /// <param name="parameters">The number of the network's parameters.</param>
    /// <param name="learntFrom">The number of parts that it learnt from.</param>
    public static string Write(Inspection inspection, int parameters, int learntFrom)
    {
        int rows = Parts.Names.Length;
        double panels = Top + (rows * RowHeight) + 10;
        Svg svg = new(Width, panels + ConfusionPanel.Height + 84);
        svg.Box(0, 0, Width, panels + ConfusionPanel.Height + 84, Palette.Paper);
        Header(svg, inspection);
        for (int condition = 0; condition < rows; condition++)
            Row(svg, Top + (condition * RowHeight), inspection, condition);

        double half = (Width - (2 * Margin) - Gap) / 2;
        ConfusionPanel.Draw(svg, Margin, panels, half, inspection.Confusion);
        FiguresPanel.Draw(svg, Margin + half + Gap, panels, half, ConfusionPanel.Height, inspection.Confusion);
        svg.Text(
            Margin,
            panels + ConfusionPanel.Height + 44,
            string.Create(CultureInfo.InvariantCulture, $"A residual network of {parameters:N0} parameters, trained on {learntFrom:N0} drawn parts. It has seen none of the parts on this page before."),
            12,
            Palette.Muted);
        return svg.ToString();
    }

    private static void Header(Svg svg, Inspection inspection)
    {
        svg.Text(Margin, 76, "Surface inspection", 34, Palette.Ink, 700, spacing: -0.5);
        svg.Text(Margin, 106, "Metal, fabric and paint: is the part good, or is there a scratch, a dent or a stain?", 15, Palette.Muted);
        svg.Text(Width - Margin, 76, string.Create(CultureInfo.InvariantCulture, $"{100 * inspection.Confusion.Accuracy:F1} %"), 34, Palette.Ink, 700, Svg.Anchor.End, -0.5);
        svg.Text(Width - Margin, 106, string.Create(CultureInfo.InvariantCulture, $"of {inspection.Parts.Count:N0} parts judged rightly"), 15, Palette.Muted, 400, Svg.Anchor.End);
    }

    private static void Row(Svg svg, double y, Inspection inspection, int condition)
    {
        int[] all = [.. Enumerable.Range(0, inspection.Parts.Count).Where(index => inspection.Parts.Labels[index] == condition)];
        int[] wrong = [.. all.Where(index => !inspection.IsRight(index))];
        int[] right = [.. all.Where(inspection.IsRight)];
        int[] shown = [.. right.Take(PerRow - Math.Min(wrong.Length, MistakesPerRow)), .. wrong.Take(Math.Max(MistakesPerRow, PerRow - right.Length))];
        string heading = Parts.Names[condition];
        svg.Box(Margin, y + 4, 12, 12, Palette.Conditions[condition], 3);
        svg.Text(Margin + 20, y + 16, heading, 17, Palette.Ink, 650);
        string mistakes = wrong.Length switch
        {
            0 => $"all {all.Length} judged rightly",
            <= MistakesPerRow => $"{wrong.Length} of {all.Length} misjudged: here in red",
            _ => $"{wrong.Length} of {all.Length} misjudged: {shown.Length - right.Intersect(shown).Count()} of them here in red",
        };
        svg.Text(Width - Margin, y + 16, mistakes, 13, Palette.Muted, 400, Svg.Anchor.End);
        for (int i = 0; i < Math.Min(PerRow, shown.Length); i++)
            ExampleCard.Draw(svg, Margin + (i * (ExampleCard.Width + Gap)), y + 28, inspection, shown[i]);
    }
}
