using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Differentiation;

public sealed class ReverseModeTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void A_product_differentiates_into_products()
    {
        Value x = graph.Input(new Shape(3)), w = graph.Parameter(0, "w", new Shape(3, 5));
        Value loss = graph.SumAll(graph.MatMul(x, w));

        Adjoints adjoints = ReverseMode.Differentiate(graph, loss);

        Value gradient = adjoints.Gradients[(Parameter)w.Operation];
        Assert.Equal(new MatMul(TransposeLeft: true, TransposeRight: false), gradient.Operation);
        Assert.Same(x, gradient.Operands[0]);
    }

    [Fact]
    public void Nothing_computes_the_gradient_of_the_input()
    {
        Value x = graph.Input(new Shape(3)), w = graph.Parameter(0, "w", new Shape(3, 5));
        Value loss = graph.SumAll(graph.MatMul(graph.Map(Exp(Arg(0)), x), w));

        Adjoints adjoints = ReverseMode.Differentiate(graph, loss);

        Assert.DoesNotContain(x, adjoints.ByValue.Keys);
        Assert.DoesNotContain(graph.Values, value => value.Operation is MatMul { TransposeRight: true });
    }

    [Fact]
    public void A_value_used_twice_gets_the_sum_of_both_gradients()
    {
        Value w = graph.Parameter(0, "w", new Shape(4));
        Value loss = graph.SumAll(graph.Map(Add(Arg(0), Arg(1)), graph.Map(Exp(Arg(0)), w), graph.Map(Tanh(Arg(0)), w)));

        Value gradient = ReverseMode.Differentiate(graph, loss).Gradients[(Parameter)w.Operation];

        Assert.Equal("$0 + $1", ((Map)gradient.Operation).Expression.ToString());
    }

    [Fact]
    public void An_operand_that_was_repeated_gets_the_sum_over_its_repetitions()
    {
        Value x = graph.Input(new Shape(7, 3)), b = graph.Parameter(0, "b", new Shape(3));
        Value loss = graph.SumAll(graph.Map(Multiply(Arg(0), Arg(1)), x, b));

        Value gradient = ReverseMode.Differentiate(graph, loss).Gradients[(Parameter)b.Operation];

        Assert.Equal(new Sum(SumAxes.Leading, TensorType.Fixed(new Shape(3))), gradient.Operation);
    }
}
