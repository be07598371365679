using System.Globalization;

namespace ModelDsl.Generator.Emission;

/// <summary>C# literals, the same under every culture, and exact when read back.</summary>
internal static class Literals
{
    public static string Double(double value) => value switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ when double.IsNaN(value) => "double.NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture) is var text && text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text,
    };

    public static string Of(string value) => "\"" + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    public static string Array(IEnumerable<int> values) => $"[{string.Join(", ", values)}]";
}
