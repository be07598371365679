using System.Globalization;

namespace Demand;

/// <summary>Makes up a series that looks like the real ones: a trend that bends, a season that grows with it and drifts, promotions, and noise.</summary>
internal static class SeasonalSeries
{
    private const int Years = 14;
    private const double Level = 180;
    private const double YearlyGrowth = 0.08;
    private const double GrowthDrift = 0.005;
    private const double SeasonDrift = 0.02;
    private const double Noise = 0.025;
    private const double PromotionShare = 0.15;
    private const double PromotionLift = 0.18;
    private static readonly double[] season = [-0.12, -0.14, 0.01, -0.02, -0.01, 0.11, 0.2, 0.19, 0.06, -0.06, -0.19, -0.03];

    /// <summary>Makes up the series.</summary>
    /// <param name="seed">The same seed makes the same series.</param>
    public static DemandSeries Create(int seed)
    {
        Random random = new(seed);
        int count = Years * DemandSeries.Season;
        double[] values = new double[count];
        double[] promotions = new double[count];
        double[] pattern = [.. season];
        double trend = Math.Log(Level);
        double growth = YearlyGrowth / DemandSeries.Season;
        for (int month = 0; month < count; month++)
        {
            int place = month % DemandSeries.Season;
            growth += GrowthDrift / DemandSeries.Season * Normal(random);
            trend += growth;
            pattern[place] += SeasonDrift * Normal(random);
            promotions[month] = random.NextDouble() < PromotionShare ? 1 : 0;
            values[month] = Math.Round(Math.Exp(trend + pattern[place] + (PromotionLift * promotions[month]) + (Noise * Normal(random))), 1);
        }

        return new DemandSeries("Demand, made up here", [.. Enumerable.Range(0, count).Select(Label)], values, promotions);
    }

    private static string Label(int month) =>
        new DateOnly(2012, 1, 1).AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // Box and Muller 1958.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
