using System.Runtime.CompilerServices;

namespace ModelDsl;

/// <summary>The ranges of options. Each check returns the value, so that it can stand in an assignment; NaN is outside every range.</summary>
internal static class Option
{
    /// <summary>A finite number above 0.</summary>
    internal static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number above 0.");

    /// <summary>A finite number, at least 0.</summary>
    internal static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is a finite number, at least 0.");

    /// <summary>A number in [0, 1).</summary>
    internal static double Fraction(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is in [0, 1).");
}
