using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Emission;

/// <summary>Prints scalar expressions as operations on vectors. A subexpression that occurs more than once, in one of them or in several, becomes a local.</summary>
internal sealed class ExpressionEmitter(SourceWriter writer, string element)
{
    /// <summary>How many methods the JIT is ready to inline into one: somewhat less than 600 of those that vectors consist of, and 40 are left to what is around the expressions.</summary>
    public const int InlinedAtMost = 560;

    private readonly Dictionary<Scalar, string> locals = [];
    private readonly Dictionary<Scalar, int> uses = [];
    private HashSet<Scalar>? called;
    private int count;

    /// <summary>About how many methods would be inlined for the expressions whose uses were counted.</summary>
    public int InlinedMethods => uses.Keys.Sum(Inlined);

    /// <summary>The functions that are called, the largest first, until no more is inlined than the JIT is ready to.</summary>
    private HashSet<Scalar> Called => called ??= [.. FindCalled()];

    /// <summary>Prints one of the expressions whose uses were counted.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="operand">The C# expression of the operand of a number, or of a one-hot row of it.</param>
    public string Emit(Scalar expression, Func<Scalar, string> operand)
    {
        if (locals.TryGetValue(expression, out string? local))
        {
            return local;
        }

        if (expression is Scalar.Unary { Kind: UnaryKind.NormalCdf or UnaryKind.NormalPdf, Argument: var argument } && AreBothUsed(argument))
        {
            EmitDistribution(argument, Unwrap(Emit(argument, operand)));
            return locals[expression];
        }

        string text = Compose(expression, child => Emit(child, operand), operand);
        if (uses[expression] == 1 || expression is Scalar.Operand or Scalar.Number or Scalar.BatchSize)
        {
            return text;
        }

        string name = NextLocal();
        writer.Line($"V {name} = {Unwrap(text)};");
        return locals[expression] = name;
    }

    /// <summary>Counts what an expression that will be printed consists of.</summary>
    public void CountUses(Scalar expression)
    {
        uses.TryGetValue(expression, out int known);
        uses[expression] = known + 1;
        if (known > 0)
        {
            return;
        }

        foreach (Scalar child in Children(expression))
        {
            CountUses(child);
        }
    }

    private bool AreBothUsed(Scalar argument) => uses.ContainsKey(ScalarMath.NormalCdf(argument)) && uses.ContainsKey(ScalarMath.NormalPdf(argument));

    /// <summary>The normal distribution and its density share an exponential.</summary>
    private void EmitDistribution(Scalar argument, string text)
    {
        string distribution = locals[ScalarMath.NormalCdf(argument)] = NextLocal(), density = locals[ScalarMath.NormalPdf(argument)] = NextLocal();
        writer.Line($"V {distribution} = {Function(UnaryKind.NormalCdf, ScalarMath.NormalCdf(argument))}({text}, out V {density});");
    }

    private string NextLocal() => $"t{count++}";

    private IEnumerable<Scalar> FindCalled()
    {
        int inlined = InlinedMethods;
        foreach (Scalar function in uses.Keys.Where(IsFunction).OrderByDescending(Inlined))
        {
            if (inlined <= InlinedAtMost)
            {
                yield break;
            }

            inlined -= Inlined(function);
            yield return function;
        }
    }

    private static bool IsFunction(Scalar operation) => operation is Scalar.Unary { Kind: not (UnaryKind.Negate or UnaryKind.Abs or UnaryKind.Sqrt) };

    private string Function(UnaryKind kind, Scalar expression) => Called.Contains(expression) ? $"{Api.Kernels}OutOfLine.{kind}<V, {element}>" : $"V.{kind}";

    /// <summary>About how many methods are inlined for an operation on vectors of 256 bits, which take more of them than those of 512.</summary>
    private int Inlined(Scalar operation) => operation switch
    {
        Scalar.Unary { Kind: UnaryKind.Negate or UnaryKind.Abs or UnaryKind.Sqrt } => 3,
        Scalar.Unary { Kind: UnaryKind.NormalPdf } density when AreBothUsed(density.Argument) => 0,
        Scalar.Unary { Kind: UnaryKind.NormalCdf or UnaryKind.NormalPdf } => 430,
        Scalar.Unary { Kind: UnaryKind.Softplus } => 300,
        Scalar.Unary { Kind: UnaryKind.Log1P } => 260,
        Scalar.Unary { Kind: UnaryKind.Log } => 200,
        Scalar.Unary { Kind: UnaryKind.Sigmoid } => 190,
        Scalar.Unary => 160,
        Scalar.Uniform => 230,
        Scalar.Binary or Scalar.Choose => 4,
        _ => 2,
    };

    private static IReadOnlyList<Scalar> Children(Scalar expression) => expression switch
    {
        Scalar.Unary unary => [unary.Argument],
        Scalar.Binary binary => [binary.Left, binary.Right],
        Scalar.Choose choice => [choice.Left, choice.Right, choice.Then, choice.Else],
        _ => [],
    };

    /// <summary>Drops the outer parentheses of a sum, product or quotient that stands alone.</summary>
    public static string Unwrap(string text)
    {
        if (text.Length < 2 || text[0] != '(')
        {
            return text;
        }

        int depth = 0;
        for (int i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return text;
            }
        }

        return text.Substring(1, text.Length - 2);
    }

    private string Compose(Scalar expression, Func<Scalar, string> print, Func<Scalar, string> operand) => expression switch
    {
        Scalar.Number { Value: 0 } => "V.Zero",
        Scalar.Number number => $"V.Constant({Literals.Double(number.Value)})",
        Scalar.Unary { Kind: UnaryKind.Negate } unary => $"(-{print(unary.Argument)})",
        Scalar.Unary unary => $"{Function(unary.Kind, unary)}({Unwrap(print(unary.Argument))})",
        Scalar.Binary { Kind: BinaryKind.Add, Left: Scalar.Binary { Kind: BinaryKind.Multiply } product } sum =>
            $"V.FusedMultiplyAdd({Unwrap(print(product.Left))}, {Unwrap(print(product.Right))}, {Unwrap(print(sum.Right))})",
        Scalar.Binary { Kind: BinaryKind.Add, Right: Scalar.Binary { Kind: BinaryKind.Multiply } product } sum =>
            $"V.FusedMultiplyAdd({Unwrap(print(product.Left))}, {Unwrap(print(product.Right))}, {Unwrap(print(sum.Left))})",
        Scalar.Binary { Kind: BinaryKind.Max or BinaryKind.Min } binary => $"V.{binary.Kind}({Unwrap(print(binary.Left))}, {Unwrap(print(binary.Right))})",
        Scalar.Binary binary => $"({print(binary.Left)} {Sign(binary.Kind)} {print(binary.Right)})",
        Scalar.Choose choice =>
            $"V.Select(V.GreaterThan({Unwrap(print(choice.Left))}, {Unwrap(print(choice.Right))}), {Unwrap(print(choice.Then))}, {Unwrap(print(choice.Else))})",
        _ => operand(expression),
    };

    private static string Sign(BinaryKind kind) => kind switch
    {
        BinaryKind.Add => "+",
        BinaryKind.Subtract => "-",
        BinaryKind.Multiply => "*",
        _ => "/",
    };
}
