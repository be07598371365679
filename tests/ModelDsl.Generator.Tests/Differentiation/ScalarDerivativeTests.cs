using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Differentiation;

public sealed class ScalarDerivativeTests
{
    public static TheoryData<string> Activations => [.. LayerTable.Kinds.OfType<ActivationKind>().Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_derivative_of_an_activation_agrees_with_differences(string name)
    {
        Scalar expression = Expression(name);
        Scalar derivative = ScalarDerivative.Of(expression, 0);
        foreach (double x in new[] { -4.1, -2.3, -0.7, -0.01, 0.01, 0.6, 2.2, 3.9 })
        {
            double expected = (Evaluate(expression, x + 1e-6) - Evaluate(expression, x - 1e-6)) / 2e-6;
            Assert.Equal(expected, Evaluate(derivative, x), 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_output_form_is_the_same_derivative(string name)
    {
        Scalar expression = Expression(name);
        Scalar derivative = ScalarDerivative.Of(expression, 0);
        Scalar rewritten = OutputForm.Rewrite(expression, derivative, operand: 0, output: 1);
        foreach (double x in new[] { -4.1, -0.7, 0.01, 2.2 })
        {
            Assert.Equal(Evaluate(derivative, x), Evaluate(rewritten, x, Evaluate(expression, x)), 1e-12);
        }
    }

    [Theory]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU")]
    [InlineData("ELU")]
    [InlineData("SELU")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    public void These_activations_need_only_their_output(string name)
    {
        Scalar expression = Expression(name);

        Scalar rewritten = OutputForm.Rewrite(expression, ScalarDerivative.Of(expression, 0), operand: 0, output: 1);

        Assert.Equal([1], Operands(rewritten));
    }

    private static Scalar Expression(string name) => ((ActivationKind)LayerTable.Kinds.First(kind => kind.Name == name)).Expression(Models.Layer(name), Arg(0));

    private static double Evaluate(Scalar expression, params double[] operands)
    {
        double Of(Scalar e) => Evaluate(e, operands);
        return expression switch
        {
            Scalar.Operand o => operands[o.Index],
            Scalar.Number n => n.Value,
            Scalar.Choose c => Of(c.Left) > Of(c.Right) ? Of(c.Then) : Of(c.Else),
            Scalar.Unary u => Evaluate(u.Kind, Of(u.Argument)),
            Scalar.Binary b => Evaluate(b.Kind, Of(b.Left), Of(b.Right)),
            _ => throw new ArgumentException($"{expression} has no value here."),
        };
    }

    private static double Evaluate(UnaryKind kind, double x) => kind switch
    {
        UnaryKind.Negate => -x,
        UnaryKind.Abs => Math.Abs(x),
        UnaryKind.Sqrt => Math.Sqrt(x),
        UnaryKind.Exp => Math.Exp(x),
        UnaryKind.Log => Math.Log(x),
        UnaryKind.Log1P => Math.Log(1 + x),
        UnaryKind.Tanh => Math.Tanh(x),
        UnaryKind.Sigmoid => 1 / (1 + Math.Exp(-x)),
        UnaryKind.Softplus => Math.Log(1 + Math.Exp(x)),
        UnaryKind.NormalCdf => NormalCdf(x),
        _ => NormalPdf(x),
    };

    /// <summary>Φ by its Taylor series, Marsaglia 2004: exact enough for |x| below 6.</summary>
    private static double NormalCdf(double x)
    {
        double term = x, sum = x;
        for (int i = 3; Math.Abs(term) > 1e-18; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * NormalPdf(x));
    }

    private static double NormalPdf(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    private static double Evaluate(BinaryKind kind, double x, double y) => kind switch
    {
        BinaryKind.Add => x + y,
        BinaryKind.Subtract => x - y,
        BinaryKind.Multiply => x * y,
        BinaryKind.Divide => x / y,
        BinaryKind.Max => Math.Max(x, y),
        _ => Math.Min(x, y),
    };
}
