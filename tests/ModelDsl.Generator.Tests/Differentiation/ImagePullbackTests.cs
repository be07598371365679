using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Differentiation;

public sealed class ImagePullbackTests
{
    private static readonly WindowGeometry convolution = new(6, 6, 4, 4, 4, 8, 3, 3, 1, 1, 1, 1, 0, 0, 1);
    private static readonly WindowGeometry window = new(4, 4, 8, 2, 2, 8, 2, 2, 2, 2, 1, 1, 0, 0, 1);
    private readonly TensorGraph graph = new();

    [Theory]
    [InlineData(ConvolutionResult.Output)]
    [InlineData(ConvolutionResult.InputGradient)]
    [InlineData(ConvolutionResult.WeightGradient)]
    internal void Each_tensor_of_a_convolution_has_gradients_of_its_operands_types(ConvolutionResult result)
    {
        Value x = graph.Input(convolution.Input), y = graph.Target(convolution.Output), w = graph.Parameter(0, "w", convolution.Weight);
        Value value = result switch
        {
            ConvolutionResult.Output => graph.Convolution(x, w, convolution),
            ConvolutionResult.InputGradient => graph.ConvolutionInputGradient(y, w, convolution),
            _ => graph.ConvolutionWeightGradient(x, y, convolution),
        };
        Value upstream = graph.Map(Exp(Arg(0)), value);

        (int Operand, Value Gradient)[] gradients = [.. Pullbacks.Of(graph, value, upstream, _ => true)];

        Assert.Equal([0, 1], gradients.Select(gradient => gradient.Operand));
        Assert.All(gradients, gradient => Assert.Equal(value.Operands[gradient.Operand].Type, gradient.Gradient.Type));
        Assert.All(gradients, gradient => Assert.NotEqual(result, ((Convolution)gradient.Gradient.Operation).Result));
    }

    [Fact]
    public void A_maximum_is_taken_before_a_bias_and_an_activation_that_keep_the_order()
    {
        Value x = graph.Input(window.Input), bias = graph.Parameter(0, "b", new Shape(8));
        Value active = graph.Map(Max(Arg(0), Zero), graph.Map(Add(Arg(0), Arg(1)), x, bias));

        Value pooled = graph.MaxPool(active, window);

        Value pool = Assert.Single(graph.Values, value => value.Operation is Pool);
        Assert.Same(x, pool.Operands[0]);
        Assert.Equal("max($0, 0)", ((Map)pooled.Operation).Expression.ToString());
    }

    [Fact]
    public void A_maximum_stays_behind_what_may_change_the_order()
    {
        Value negated = graph.Map(Negate(Arg(0)), graph.Input(window.Input));

        Assert.Same(negated, graph.MaxPool(negated, window).Operands[0]);
    }

    [Fact]
    public void The_scale_behind_a_batch_norm_shares_its_sums()
    {
        Value x = graph.Map(Multiply(Arg(0), Arg(1)), graph.Input(new Shape(4, 3)), graph.Parameter(0, "w", new Shape(3)));
        Value normalized = graph.Normalized(x, SumAxes.Leading, 1e-5);
        Value y = graph.Map(Multiply(Arg(0), Arg(1)), normalized, graph.Parameter(1, "scale", new Shape(3)));
        Value loss = graph.SumAll(graph.Map(Exp(Arg(0)), graph.Map(Add(Arg(0), Arg(1)), y, graph.Parameter(2, "offset", new Shape(3)))));
        int forward = graph.Values.Count;

        ReverseMode.Differentiate(graph, loss);

        // Of the gradient, and of the gradient times x̂: for scale, offset and the norm alike; and one for w.
        Assert.Equal(3, graph.Values.Skip(forward).Count(value => value.Operation is Sum { Axes: SumAxes.Leading }));
    }
}
