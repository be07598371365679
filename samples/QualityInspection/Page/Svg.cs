using System.Globalization;
using System.Text;

namespace QualityInspection.Page;

/// <summary>Writes the elements of an SVG picture.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();

    /// <summary>A text's place beside its point.</summary>
    public enum Anchor
    {
        Start,
        Middle,
        End,
    }

    /// <summary>Begins a picture.</summary>
    public Svg(double width, double height) => Append(
        $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Inter, 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif">""");

    /// <summary>A rectangle.</summary>
    public void Box(double x, double y, double width, double height, string fill, double radius = 0, string stroke = "none", double strokeWidth = 0, double opacity = 1) => Append(
        $"""<rect x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}" rx="{radius}" fill="{fill}" fill-opacity="{opacity:0.###}" stroke="{stroke}" stroke-width="{strokeWidth}"/>""");

    /// <summary>One line of text. It holds no character that SVG would read as its own.</summary>
    public void Text(double x, double y, string words, double size, string fill, int weight = 400, Anchor anchor = Anchor.Start, double spacing = 0) => Append(
        $"""<text x="{x:0.##}" y="{y:0.##}" font-size="{size}" fill="{fill}" font-weight="{weight}" text-anchor="{Name(anchor)}" letter-spacing="{spacing}">{words}</text>""");

    /// <summary>A picture from red, green and blue of each pixel, with round corners.</summary>
    public void Picture(double x, double y, double side, ReadOnlySpan<byte> pixels, int pixelsPerRow, string description) => Append(
        $"""<image x="{x:0.##}" y="{y:0.##}" width="{side}" height="{side}" style="clip-path:inset(0 round 6px)" href="data:image/png;base64,{Convert.ToBase64String(PngFile.Encode(pixels, pixelsPerRow))}"><title>{description}</title></image>""");

    /// <summary>The finished picture.</summary>
    public override string ToString() => text.ToString() + "</svg>\n";

    private static string Name(Anchor anchor) => anchor switch
    {
        Anchor.Middle => "middle",
        Anchor.End => "end",
        _ => "start",
    };

    private void Append(FormattableString element) => text.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
