using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Demand;

/// <summary>Draws demand and forecasts as an SVG picture.</summary>
internal static class Chart
{
    private const double Width = 1100;
    private const double Height = 460;
    private static readonly OxyColor gridColor = OxyColor.FromRgb(0xE6, 0xE6, 0xE6);

    /// <summary>The picture.</summary>
    /// <param name="forecast">What to draw.</param>
    public static string Draw(Forecast forecast)
    {
        PlotModel plot = new()
        {
            Title = $"{forecast.Series.Name}, and forecasts one month ahead",
            TitleFontSize = 16,
            DefaultFont = "Arial, sans-serif",
            Background = OxyColors.White,
        };
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftTop, LegendLineSpacing = 3 });
        plot.Axes.Add(Months(forecast.Series.Labels));
        plot.Axes.Add(new LinearAxis { Position = AxisPosition.Left, MinimumPadding = 0.05, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = gridColor });
        plot.Series.Add(Line("demand", OxyColor.FromRgb(0x44, 0x44, 0x44), LineStyle.Solid, 0, forecast.Series.Values));
        plot.Series.Add(Line("seasonal-naive: the year before", OxyColor.FromRgb(0xE0, 0x8A, 0x1E), LineStyle.Dash, forecast.First, forecast.YearBefore));
        plot.Series.Add(Line("forecast of the model", OxyColor.FromRgb(0x1F, 0x6F, 0xC4), LineStyle.Solid, forecast.First, forecast.Model));
        return SvgExporter.ExportToString(plot, Width, Height, isDocument: true, new PixelMeasurer());
    }

    private static LinearAxis Months(string[] labels) => new()
    {
        Position = AxisPosition.Bottom,
        MajorStep = DemandSeries.Season,
        MinorTickSize = 0,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = gridColor,
        LabelFormatter = month => month >= 0 && month < labels.Length ? labels[(int)month] : "",
    };

    private static LineSeries Line(string title, OxyColor color, LineStyle style, int first, double[] values)
    {
        LineSeries line = new() { Title = title, Color = color, LineStyle = style, StrokeThickness = 1.8 };
        line.Points.AddRange(values.Select((value, index) => new DataPoint(first + index, value)));
        return line;
    }
}
