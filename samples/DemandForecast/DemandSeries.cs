namespace Demand;

/// <summary>Demand month by month.</summary>
/// <param name="Name">What it is demand for.</param>
/// <param name="Labels">What each month is called.</param>
/// <param name="Values">The demand of each month, above 0.</param>
/// <param name="Promotions">The promotions of each month, 1 or 0. They are planned, so those of the month to forecast are known.</param>
internal sealed record DemandSeries(string Name, string[] Labels, double[] Values, double[] Promotions)
{
    /// <summary>Months that repeat their season.</summary>
    public const int Season = 12;

    /// <summary>The number of months.</summary>
    public int Count => Values.Length;
}
