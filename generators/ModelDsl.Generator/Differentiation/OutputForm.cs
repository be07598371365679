using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Differentiation;

/// <summary>
/// Derivatives in terms of what an element-wise operation gave instead of what it took, where that is possible: then the value before the
/// activation need not be kept. Sigmoid, tanh and exp contain themselves; ReLU and its relatives keep the sign.
/// </summary>
internal static class OutputForm
{
    /// <summary>The derivative with the operation's result in place of its argument, or as it was where the argument cannot be avoided.</summary>
    /// <param name="expression">The operation.</param>
    /// <param name="derivative">Its derivative with respect to the operand.</param>
    /// <param name="operand">The operand's number.</param>
    /// <param name="output">The number under which the result can be read.</param>
    public static Scalar Rewrite(Scalar expression, Scalar derivative, int operand, int output)
    {
        Scalar y = Arg(output);
        Scalar rewritten = ScalarMath.Rewrite(derivative, node => node == expression ? y : node);
        if (Gate(expression) is { } gate)
        {
            rewritten = ScalarMath.Rewrite(rewritten, node => node switch
            {
                Scalar.Choose choice when choice.Left == gate && choice.Right == Zero => Choose(y, Zero, choice.Then, choice.Else),
                _ when ShiftedExponential(expression) is var (factor, exponential) && node == Multiply(Of(factor), exponential) => Add(y, Of(factor)),
                _ => node,
            });
        }

        return Operands(rewritten).Contains(operand) ? derivative : rewritten;
    }

    /// <summary>The x of an expression that is positive just where x is: max(x, 0), or x &gt; 0 ? c·x : … with a second branch that is nowhere positive.</summary>
    private static Scalar? Gate(Scalar expression) => expression switch
    {
        Scalar.Binary { Kind: BinaryKind.Max } max when max.Right == Zero => max.Left,
        Scalar.Choose choice when choice.Right == Zero && Slope(choice.Then, choice.Left) > 0
            && (Slope(choice.Else, choice.Left) >= 0 || ShiftedExponential(choice) is { Factor: >= 0 }) => choice.Left,
        _ => null,
    };

    /// <summary>The c of c·x, or NaN.</summary>
    private static double Slope(Scalar expression, Scalar x) => expression switch
    {
        _ when expression == x => 1,
        Scalar.Binary { Kind: BinaryKind.Multiply, Left: Scalar.Number c } product when product.Right == x => c.Value,
        Scalar.Number { Value: 0 } => 0,
        _ => double.NaN,
    };

    /// <summary>The c and e^x of a branch c·(e^x − 1) for x ≤ 0.</summary>
    private static (double Factor, Scalar Exponential)? ShiftedExponential(Scalar expression)
    {
        if (expression is not Scalar.Choose choice)
        {
            return null;
        }

        (double factor, Scalar rest) = choice.Else is Scalar.Binary { Kind: BinaryKind.Multiply, Left: Scalar.Number c } product
            ? (c.Value, product.Right)
            : (1, choice.Else);
        return rest is Scalar.Binary { Kind: BinaryKind.Subtract } difference && difference.Right == One && difference.Left == Exp(choice.Left)
            ? (factor, difference.Left)
            : null;
    }
}
