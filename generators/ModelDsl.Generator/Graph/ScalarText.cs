using System.Globalization;

namespace ModelDsl.Generator.Graph;

/// <summary>Prints scalar expressions as people write formulas: max($0 + $1, 0).</summary>
internal static class ScalarText
{
    private const int Additive = 1;
    private const int Multiplicative = 2;
    private const int Prefix = 3;

    /// <param name="expression">The expression.</param>
    /// <param name="operand">The name of the operand of a number.</param>
    public static string Print(Scalar expression, Func<int, string> operand) => Print(expression, operand, context: 0);

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Print(Scalar expression, Func<int, string> operand, int context) => expression switch
    {
        Scalar.Operand o => operand(o.Index),
        Scalar.Number n => n.Value < 0 ? Wrap(Number(n.Value), Prefix, context) : Number(n.Value),
        Scalar.Uniform u => $"uniform{u.Stream}",
        Scalar.BatchSize => "n",
        Scalar.OneHot h => $"onehot({operand(h.Index)})",
        Scalar.Choose c => $"({Print(c.Left, operand, 0)} > {Print(c.Right, operand, 0)} ? {Print(c.Then, operand, 0)} : {Print(c.Else, operand, 0)})",
        Scalar.Unary { Kind: UnaryKind.Negate } u => Wrap("-" + Print(u.Argument, operand, Prefix), Additive, context),
        Scalar.Unary u => $"{u.Kind.ToString().ToLowerInvariant()}({Print(u.Argument, operand, 0)})",
        Scalar.Binary { Kind: BinaryKind.Max or BinaryKind.Min } b => $"{b.Kind.ToString().ToLowerInvariant()}({Print(b.Left, operand, 0)}, {Print(b.Right, operand, 0)})",
        Scalar.Binary b => Infix(b, operand, context),
        _ => throw new InvalidOperationException($"No text for {expression.GetType().Name}."),
    };

    private static string Infix(Scalar.Binary binary, Func<int, string> operand, int context)
    {
        (string sign, int level) = binary.Kind switch
        {
            BinaryKind.Add => ("+", Additive),
            BinaryKind.Subtract => ("-", Additive),
            BinaryKind.Multiply => ("*", Multiplicative),
            _ => ("/", Multiplicative),
        };
        // The right side of − and / binds tighter than the left: a − (b + c).
        int right = binary.Kind is BinaryKind.Subtract or BinaryKind.Divide ? level + 1 : level;
        return Wrap($"{Print(binary.Left, operand, level)} {sign} {Print(binary.Right, operand, right)}", level, context);
    }

    private static string Wrap(string text, int level, int context) => level < context ? $"({text})" : text;
}
