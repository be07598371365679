using ModelDsl.Generator.Graph;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Graph;

public sealed class TensorGraphTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void The_same_operation_on_the_same_operands_is_the_same_value()
    {
        Value x = graph.Input(new Shape(4));

        Assert.Same(graph.Map(Exp(Arg(0)), x), graph.Map(Exp(Arg(0)), x));
    }

    [Fact]
    public void A_number_becomes_part_of_the_expression()
    {
        Value x = graph.Input(new Shape(4));

        Value doubled = graph.Map(Multiply(Arg(0), Arg(1)), x, graph.Number(2));

        Assert.Equal("%2: [n, 4] = map $0 * 2 of %0", doubled.ToString());
    }

    [Fact]
    public void A_product_keeps_the_leading_axes()
    {
        Value x = graph.Input(new Shape(7, 3)), w = graph.Parameter(0, "w", new Shape(3, 5));

        Assert.Equal("[n, 7, 5]", graph.MatMul(x, w).Type.ToString());
    }

    [Fact]
    public void Rows_of_a_small_table_are_rows_of_its_product()
    {
        Value ids = graph.Input(new Shape(64)), table = graph.Parameter(0, "table", new Shape(65, 3)), w = graph.Parameter(1, "w", new Shape(3, 5));

        Value product = graph.MatMul(graph.Gather(table, ids), w);
        Value biased = graph.Map(Add(Arg(0), Arg(1)), product, graph.Parameter(2, "b", new Shape(5)));

        Assert.Equal("[n, 64, 5]", biased.Type.ToString());
        Assert.IsType<Gather>(biased.Operation);
        Assert.Equal("map $0 + $1 of", biased.Operands[0].Operation.Text);
        Assert.Equal("[65, 5]", biased.Operands[0].Type.ToString());
        Assert.Same(graph.MatMul(table, w), biased.Operands[0].Operands[0]);
        Assert.Equal(64 * 3 * 5, biased.Operation.MultiplyAdds(biased.Operands, biased.Type));
    }

    [Fact]
    public void Rows_of_a_large_table_are_multiplied_themselves()
    {
        Value rows = graph.Gather(graph.Parameter(0, "table", new Shape(200, 3)), graph.Input(new Shape(64)));

        Assert.IsType<MatMul>(graph.MatMul(rows, graph.Parameter(1, "w", new Shape(3, 5))).Operation);
    }

    [Fact]
    public void Rows_of_a_table_of_which_one_is_not_trained_are_multiplied_themselves()
    {
        Value rows = graph.Gather(graph.Parameter(0, "table", new Shape(9, 3)), graph.Input(new Shape(64)), ignored: 0);

        Assert.IsType<MatMul>(graph.MatMul(rows, graph.Parameter(1, "w", new Shape(3, 5))).Operation);
    }

    [Fact]
    public void Work_that_differs_between_equal_rows_of_a_table_is_done_to_each()
    {
        Value rows = graph.Gather(graph.Parameter(0, "table", new Shape(9, 3)), graph.Input(new Shape(64)));

        Assert.IsType<Map>(graph.Map(Multiply(new Scalar.Uniform(0), Arg(0)), rows).Operation);
        Assert.IsType<Map>(graph.Map(Add(Arg(0), Arg(1)), rows, graph.Parameter(1, "positions", new Shape(64, 3))).Operation);
    }

    [Fact]
    public void A_product_over_the_batch_has_none()
    {
        Value x = graph.Input(new Shape(7, 3)), y = graph.Target(new Shape(7, 2));

        Assert.Equal("[3, 2]", graph.MatMul(x, y, transposeLeft: true).Type.ToString());
    }

    [Fact]
    public void Operands_that_do_not_fit_are_refused()
    {
        Value x = graph.Input(new Shape(4)), w = graph.Parameter(0, "w", new Shape(3, 5));

        ArgumentException fault = Assert.Throws<ArgumentException>(() => graph.MatMul(x, w));

        Assert.Contains("[n, 4]", fault.Message);
        Assert.Contains("[3, 5]", fault.Message);
    }

    [Fact]
    public void The_logarithm_of_a_softmax_is_computed_from_its_argument()
    {
        Value x = graph.Input(new Shape(4));

        Value logarithm = graph.LogOf(graph.Softmax(x));

        Assert.Equal("%3: [n, 4] = map $0 - $1 of %0, %2", logarithm.ToString());
        Assert.IsType<LogSumExp>(logarithm.Operands[1].Operation);
    }

    [Fact]
    public void The_logarithms_of_a_sigmoid_are_softplus()
    {
        Value x = graph.Input(new Shape(1)), p = graph.Map(Sigmoid(Arg(0)), x);

        Assert.Equal("-softplus(-$0)", ((Map)graph.LogOf(p).Operation).Expression.ToString());
        Assert.Equal("-softplus($0)", ((Map)graph.LogOfComplement(p).Operation).Expression.ToString());
    }

    [Theory]
    [InlineData(false, new[] { 5 }, true)]
    [InlineData(false, new[] { 7, 5 }, true)]
    [InlineData(false, new[] { 7 }, false)]
    [InlineData(true, new int[0], true)]
    [InlineData(true, new[] { 7 }, true)]
    [InlineData(true, new[] { 5 }, false)]
    [InlineData(false, new int[0], true)]
    public void Broadcasting_is_along_leading_or_trailing_axes(bool batched, int[] shape, bool expected) =>
        Assert.Equal(expected, new TensorType(new Shape(shape), batched).BroadcastsTo(TensorType.Batched(new Shape(7, 5))));
}
