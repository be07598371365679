using System.Globalization;

namespace ModelDsl.Generator.Costs;

/// <summary>Numbers as people read them.</summary>
internal static class Quantities
{
    /// <summary>34,826; 1.2 million.</summary>
    public static string Number(long number) => number switch
    {
        < 1_000_000 => Grouped(number),
        < 1_000_000_000 => $"{Short(number / 1e6)} million",
        < 1_000_000_000_000 => $"{Short(number / 1e9)} billion",
        _ => $"{Short(number / 1e12)} trillion",
    };

    /// <summary>512 B; 4.5 MiB.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1L << 10 => $"{Grouped(bytes)} B",
        < 1L << 20 => $"{Short(bytes / (double)(1L << 10))} KiB",
        < 1L << 30 => $"{Short(bytes / (double)(1L << 20))} MiB",
        _ => $"{Short(bytes / (double)(1L << 30))} GiB",
    };

    /// <summary>34,826.</summary>
    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);
}
