using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Optimization;

public sealed class CarriedSumsTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void A_product_carries_the_sum_of_what_it_reads()
    {
        (Value sum, Value product) = Gradients(3, 5);

        Region region = Assert.Single(Fuse([sum, product]), region => region.Members.Contains(sum));

        Assert.Same(product, region.Anchor);
        Assert.Equal([product, sum], region.Stores);
    }

    [Fact]
    public void A_product_that_was_there_before_carries_it_too()
    {
        Value gradient = graph.Map(Exp(Arg(0)), graph.Target(new Shape(4, 5)));
        Value product = graph.MatMul(graph.Input(new Shape(4, 3)), gradient, transposeLeft: true), sum = graph.SumLeading(gradient, new Shape(5));

        Assert.Same(product, RegionOf(sum, [product, sum]).Anchor);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(5, 1)]
    public void A_product_of_one_row_or_column_reads_no_panels(int rows, int columns)
    {
        (Value sum, Value product) = Gradients(rows, columns);

        Assert.Null(RegionOf(sum, [sum, product]).Anchor);
    }

    [Fact]
    public void A_sum_that_is_needed_before_the_product_is_not_put_off()
    {
        Value gradient = graph.Map(Exp(Arg(0)), graph.Target(new Shape(4, 5))), sum = graph.SumLeading(gradient, new Shape(5));
        Value before = graph.Map(Add(Arg(0), Arg(1)), graph.Input(new Shape(4, 5)), sum), product = graph.MatMul(before, gradient, transposeLeft: true);

        Assert.Null(RegionOf(sum, [product]).Anchor);
    }

    [Fact]
    public void What_follows_a_carried_sum_comes_behind_the_product()
    {
        (Value sum, Value product) = Gradients(3, 5);
        Value halved = graph.Map(Multiply(Arg(0), Of(0.5)), sum);

        IReadOnlyList<Region> regions = Fuse([product, halved]);

        Assert.Same(product, regions[regions.Count - 2].Anchor);
        Assert.Equal([halved], regions[regions.Count - 1].Members);
    }

    [Fact]
    public void A_sum_over_other_rows_is_not_carried()
    {
        Value gradient = graph.Map(Exp(Arg(0)), graph.Target(new Shape(4, 5)));
        Value sum = graph.SumLeading(gradient, new Shape(4, 5)), product = graph.MatMul(graph.Input(new Shape(4, 3)), gradient, transposeLeft: true);

        Assert.NotSame(product, RegionOf(sum, [sum, product]).Anchor);
    }

    [Fact]
    public void A_first_result_does_not_wait_for_a_second()
    {
        (Value sum, Value product) = Gradients(3, 5);

        FusedProgram program = Fusion.Run(graph, new ProgramResults([new("sum", sum)], [new("product", product)]), new Dictionary<LoopBody, ProgramResults>());

        Assert.Contains(program.Regions.Take(program.FirstRegionCount), region => region.Members.Contains(sum));
        Assert.DoesNotContain(program.Regions.Take(program.FirstRegionCount), region => region.Members.Contains(product));
    }

    private (Value Sum, Value Product) Gradients(int rows, int columns)
    {
        Value gradient = graph.Map(Exp(Arg(0)), graph.Target(new Shape(4, columns)));
        return (graph.SumLeading(gradient, new Shape(columns)), graph.MatMul(graph.Input(new Shape(4, rows)), gradient, transposeLeft: true));
    }

    private IReadOnlyList<Region> Fuse(Value[] results) =>
        Fusion.Run(graph, new ProgramResults([.. results.Select(result => new KeyValuePair<string, Value>("result", result))], []), new Dictionary<LoopBody, ProgramResults>()).Regions;

    private Region RegionOf(Value value, Value[] results) => Assert.Single(Fuse(results), region => region.Members.Contains(value));
}
