using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Differentiation;

/// <summary>Symbolic derivatives of scalar expressions.</summary>
internal static class ScalarDerivative
{
    /// <summary>The partial derivative with respect to the operand of this number.</summary>
    public static Scalar Of(Scalar expression, int operand) => expression switch
    {
        Scalar.Operand o => o.Index == operand ? One : Zero,
        Scalar.Unary u => Multiply(Outer(u), Of(u.Argument, operand)),
        Scalar.Binary b => Of(b, Of(b.Left, operand), Of(b.Right, operand)),
        Scalar.Choose c => Choose(c.Left, c.Right, Of(c.Then, operand), Of(c.Else, operand)),
        _ => Zero,
    };

    private static Scalar Of(Scalar.Binary b, Scalar left, Scalar right) => b.Kind switch
    {
        BinaryKind.Add => Add(left, right),
        BinaryKind.Subtract => Subtract(left, right),
        BinaryKind.Multiply => Add(Multiply(b.Right, left), Multiply(b.Left, right)),
        BinaryKind.Divide => Divide(Subtract(left, Multiply(b, right)), b.Right),
        BinaryKind.Max => Choose(b.Left, b.Right, left, right),
        _ => Choose(b.Left, b.Right, right, left),
    };

    private static Scalar Outer(Scalar.Unary u)
    {
        Scalar x = u.Argument;
        return u.Kind switch
        {
            UnaryKind.Negate => ScalarMath.Of(-1),
            UnaryKind.Abs => Choose(x, Zero, One, Choose(Zero, x, ScalarMath.Of(-1), Zero)),
            UnaryKind.Sqrt => Divide(ScalarMath.Of(0.5), u),
            UnaryKind.Exp => u,
            UnaryKind.Log => Divide(One, x),
            UnaryKind.Log1P => Divide(One, Add(One, x)),
            UnaryKind.Tanh => Subtract(One, Square(u)),
            UnaryKind.Sigmoid => Multiply(u, Subtract(One, u)),
            UnaryKind.Softplus => Sigmoid(x),
            UnaryKind.NormalCdf => NormalPdf(x),
            _ => Negate(Multiply(x, u)),
        };
    }
}
