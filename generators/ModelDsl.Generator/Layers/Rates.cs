using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Layers;

/// <summary>What was most likely meant by a rate that is not in [0, 1).</summary>
internal static class Rates
{
    /// <summary>A percentage as a share, 0 for a negative rate, and the usual value for anything else.</summary>
    public static string Nearest(double rate, double usual) => ScalarText.Number(rate switch
    {
        < 0 => 0,
        >= 2 and < 100 => Math.Round(rate / 100, 6),
        _ => usual,
    });
}
