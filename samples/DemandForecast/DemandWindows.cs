namespace Demand;

/// <summary>
/// Turns a series into examples: 24 months and the one that follows. What is measured of a month is how much more it rose over the month before than a year earlier, as logarithms:
/// neither trend nor season is left in that, so that months to come look like those learnt from (Box and Jenkins 1970 model the same differences). A promotion counts as of the month
/// before it, because it is planned: the last month of a window says whether there is one in the month to forecast.
/// </summary>
internal sealed class DemandWindows
{
    /// <summary>The first month that has all months before it that its window is made of.</summary>
    public const int FirstMonth = Length + Reach;

    private const int Measures = 2;
    private const int Length = DemandModel.InputSize / Measures;
    private const int Reach = DemandSeries.Season + 1;

    private readonly double[] logarithms;
    private readonly double[] promotions;
    private readonly double scale;

    /// <summary>Measures a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="training">How many of its months may be learnt from: the scale is theirs.</param>
    public DemandWindows(DemandSeries series, int training)
    {
        logarithms = Array.ConvertAll(series.Values, value => Math.Log(value));
        promotions = series.Promotions;
        double square = Enumerable.Range(Reach, training - Reach).Average(month => Math.Pow(Change(logarithms, month), 2));
        scale = square > 0 ? Math.Sqrt(square) : 1;
    }

    /// <summary>The inputs of the model for some months in a row.</summary>
    /// <param name="first">The first month to forecast, at least <see cref="FirstMonth"/>.</param>
    /// <param name="count">How many months.</param>
    public float[] Inputs(int first, int count)
    {
        float[] inputs = new float[count * DemandModel.InputSize];
        for (int step = 0; step < count * Length; step++)
        {
            (int window, int place) = Math.DivRem(step, Length);
            int month = first + window - Length + place;
            inputs[Measures * step] = (float)(Change(logarithms, month) / scale);
            inputs[(Measures * step) + 1] = (float)Change(promotions, month + 1);
        }

        return inputs;
    }

    /// <summary>What the model is to answer for some months in a row.</summary>
    /// <param name="first">The first month.</param>
    /// <param name="count">How many months.</param>
    public float[] Targets(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(month => (float)(Change(logarithms, month) / scale))];

    /// <summary>The demand of a month by what the model answers. An answer of 0 means: it grows over a year before as the month before it did.</summary>
    /// <param name="month">The month.</param>
    /// <param name="answer">The answer.</param>
    public double Demand(int month, float answer) => Math.Exp(logarithms[month] - Change(logarithms, month) + (scale * answer));

    private static double Change(double[] values, int month) =>
        values[month] - values[month - 1] - (values[month - DemandSeries.Season] - values[month - DemandSeries.Season - 1]);
}
