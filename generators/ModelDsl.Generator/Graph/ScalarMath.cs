using static ModelDsl.Generator.Graph.Scalar;

namespace ModelDsl.Generator.Graph;

/// <summary>Builds scalar expressions and simplifies what algebra makes certain: numbers fold, neutral elements vanish.</summary>
internal static class ScalarMath
{
    public static Scalar Zero { get; } = new Number(0);

    public static Scalar One { get; } = new Number(1);

    public static Scalar Of(double value) => new Number(value);

    public static Scalar Arg(int index) => new Operand(index);

    public static Scalar Add(Scalar left, Scalar right) => (left, right) switch
    {
        (Number a, Number b) => Of(a.Value + b.Value),
        (Number { Value: 0 }, _) => right,
        (_, Number { Value: 0 }) => left,
        (_, Unary { Kind: UnaryKind.Negate } negated) => Subtract(left, negated.Argument),
        _ => new Binary(BinaryKind.Add, left, right),
    };

    public static Scalar Subtract(Scalar left, Scalar right) => (left, right) switch
    {
        (Number a, Number b) => Of(a.Value - b.Value),
        (Number { Value: 0 }, _) => Negate(right),
        (_, Number { Value: 0 }) => left,
        (_, Unary { Kind: UnaryKind.Negate } negated) => Add(left, negated.Argument),
        _ => new Binary(BinaryKind.Subtract, left, right),
    };

    public static Scalar Multiply(Scalar left, Scalar right) => (left, right) switch
    {
        (Number a, Number b) => Of(a.Value * b.Value),
        (Number { Value: 0 }, _) or (_, Number { Value: 0 }) => Zero,
        (Number { Value: 1 }, _) => right,
        (_, Number { Value: 1 }) => left,
        (Number { Value: -1 }, _) => Negate(right),
        (_, Number { Value: -1 }) => Negate(left),
        // A gradient times a step function is a choice: one selection instead of a selection and a product.
        (_, Choose choice) when IsNumber(choice.Then) && IsNumber(choice.Else) => choice with { Then = Multiply(left, choice.Then), Else = Multiply(left, choice.Else) },
        _ => new Binary(BinaryKind.Multiply, left, right),
    };

    public static Scalar Divide(Scalar left, Scalar right) => (left, right) switch
    {
        (Number a, Number b) => Of(a.Value / b.Value),
        (Number { Value: 0 }, _) => Zero,
        (_, Number b) => Multiply(left, Of(1 / b.Value)),
        _ => new Binary(BinaryKind.Divide, left, right),
    };

    public static Scalar Negate(Scalar argument) => argument switch
    {
        Number a => Of(-a.Value),
        Unary { Kind: UnaryKind.Negate } inner => inner.Argument,
        Binary { Kind: BinaryKind.Subtract } difference => Subtract(difference.Right, difference.Left),
        _ => new Unary(UnaryKind.Negate, argument),
    };

    public static Scalar Max(Scalar left, Scalar right) => new Binary(BinaryKind.Max, left, right);

    public static Scalar Min(Scalar left, Scalar right) => new Binary(BinaryKind.Min, left, right);

    public static Scalar Square(Scalar argument) => Multiply(argument, argument);

    public static Scalar Sqrt(Scalar argument) => new Unary(UnaryKind.Sqrt, argument);

    public static Scalar Exp(Scalar argument) => new Unary(UnaryKind.Exp, argument);

    public static Scalar Log(Scalar argument) => new Unary(UnaryKind.Log, argument);

    public static Scalar Abs(Scalar argument) => new Unary(UnaryKind.Abs, argument);

    public static Scalar Tanh(Scalar argument) => new Unary(UnaryKind.Tanh, argument);

    public static Scalar Sigmoid(Scalar argument) => new Unary(UnaryKind.Sigmoid, argument);

    public static Scalar Softplus(Scalar argument) => new Unary(UnaryKind.Softplus, argument);

    public static Scalar NormalCdf(Scalar argument) => new Unary(UnaryKind.NormalCdf, argument);

    public static Scalar NormalPdf(Scalar argument) => new Unary(UnaryKind.NormalPdf, argument);

    /// <summary>left &gt; right ? then : otherwise.</summary>
    public static Scalar Choose(Scalar left, Scalar right, Scalar then, Scalar otherwise) => (left, right, then, otherwise) switch
    {
        _ when then == otherwise => then,
        (Number a, Number b, _, _) => a.Value > b.Value ? then : otherwise,
        _ => new Choose(left, right, then, otherwise),
    };

    /// <summary>The expression with each of its nodes passed through a replacement, from the leaves up, and simplified again.</summary>
    public static Scalar Rewrite(Scalar expression, Func<Scalar, Scalar> replace) => replace(expression switch
    {
        Unary unary => Rebuild(unary.Kind, Rewrite(unary.Argument, replace)),
        Binary binary => Rebuild(binary.Kind, Rewrite(binary.Left, replace), Rewrite(binary.Right, replace)),
        Choose choice => Choose(Rewrite(choice.Left, replace), Rewrite(choice.Right, replace), Rewrite(choice.Then, replace), Rewrite(choice.Else, replace)),
        _ => expression,
    });

    /// <summary>The numbers of the operands that an expression reads, in order.</summary>
    public static IReadOnlyList<int> Operands(Scalar expression)
    {
        SortedSet<int> found = [];
        Rewrite(expression, node =>
        {
            if (node is Operand operand)
            {
                found.Add(operand.Index);
            }
            else if (node is OneHot oneHot)
            {
                found.Add(oneHot.Index);
            }

            return node;
        });
        return [.. found];
    }

    /// <summary>The numbers of the operands whose elements an expression reads, in the order in which it reads them; class indices are not elements.</summary>
    public static IReadOnlyList<int> Reads(Scalar expression)
    {
        List<int> found = [];
        Rewrite(expression, node =>
        {
            if (node is Operand operand && !found.Contains(operand.Index))
            {
                found.Add(operand.Index);
            }

            return node;
        });
        return found;
    }

    /// <summary>The expression with its operands numbered anew.</summary>
    public static Scalar Renumber(Scalar expression, Func<int, int> number) => Rewrite(expression, node => node switch
    {
        Operand operand => new Operand(number(operand.Index)),
        OneHot oneHot => new OneHot(number(oneHot.Index)),
        _ => node,
    });

    /// <summary>Whether an expression draws random numbers.</summary>
    public static bool Draws(Scalar expression)
    {
        bool draws = false;
        Rewrite(expression, node =>
        {
            draws |= node is Uniform;
            return node;
        });
        return draws;
    }

    /// <summary>Roughly how many arithmetic instructions one element takes.</summary>
    public static int Cost(Scalar expression)
    {
        int cost = 0;
        Rewrite(expression, node =>
        {
            cost += CostAlone(node);
            return node;
        });
        return cost;
    }

    /// <summary>Roughly how many arithmetic instructions the outermost operation of an expression takes.</summary>
    public static int CostAlone(Scalar expression) => expression switch
    {
        Unary { Kind: UnaryKind.Negate or UnaryKind.Abs } => 1,
        Unary { Kind: UnaryKind.NormalCdf } => 60,
        Unary => 25,
        Binary { Kind: BinaryKind.Divide } => 5,
        Uniform => 60,
        Binary or Scalar.Choose or OneHot => 1,
        _ => 0,
    };

    private static bool IsNumber(Scalar expression) => expression is Number;

    private static Scalar Rebuild(UnaryKind kind, Scalar argument) =>
        kind == UnaryKind.Negate ? Negate(argument) : new Unary(kind, argument);

    private static Scalar Rebuild(BinaryKind kind, Scalar left, Scalar right) => kind switch
    {
        BinaryKind.Add => Add(left, right),
        BinaryKind.Subtract => Subtract(left, right),
        BinaryKind.Multiply => Multiply(left, right),
        BinaryKind.Divide => Divide(left, right),
        _ => new Binary(kind, left, right),
    };
}
