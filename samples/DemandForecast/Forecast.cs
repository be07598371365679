namespace Demand;

/// <summary>Months forecast one step ahead: each from all months before it.</summary>
/// <param name="Series">The whole series.</param>
/// <param name="First">The first month that was forecast; the last is the last of the series.</param>
/// <param name="Model">What the model says.</param>
/// <param name="YearBefore">The seasonal-naive forecast: the demand of the same month a year before.</param>
/// <param name="YearBeforeGrown">That, grown as the last month grew over its year before.</param>
internal sealed record Forecast(DemandSeries Series, int First, double[] Model, double[] YearBefore, double[] YearBeforeGrown)
{
    /// <summary>What the demand was.</summary>
    public double[] Actual => Series.Values[First..];
}
