using OxyPlot;

namespace Demand;

/// <summary>
/// Measures text in the pixels of an SVG picture. The measurer that OxyPlot would take counts in points, of which 72 are 96 pixels, and in Arial: its legends would cut off their text, the
/// more so where a wider font has to stand in for Arial.
/// </summary>
internal sealed class PixelMeasurer() : PdfRenderContext(1, 1, OxyColors.White)
{
    private const double PixelsPerPoint = 96.0 / 72;
    private const double WiderFont = 1.2;

    /// <inheritdoc/>
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(points.Width * PixelsPerPoint * WiderFont, points.Height * PixelsPerPoint);
    }
}
