using System.Globalization;

namespace ModelDsl.Benchmarks.Report;

/// <summary>How numbers are printed: three figures are what a shared machine is good for.</summary>
internal static class Numbers
{
    public static string Microseconds(double? value) => value switch
    {
        null => "",
        < 0.995 => Format(value.Value, "0.000"),
        < 99.5 => Format(value.Value, "0.0"),
        _ => Format(value.Value, "#,0"),
    };

    /// <summary>How many times as large <paramref name="value"/> is as <paramref name="of"/>.</summary>
    public static string Ratio(double? value, double? of) => value / of is { } ratio ? Format(ratio, ratio < 9.95 ? "0.00" : "0.0") + "×" : "";

    public static string Percent(double? share) => share is { } value ? Format(100 * value, "0") + " %" : "";

    public static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
