using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Optimization;
using static ModelDsl.Generator.Graph.ScalarMath;

namespace ModelDsl.Generator.Tests.Optimization;

public sealed class RecomputationTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void A_cheap_value_is_computed_wherever_it_is_read_and_never_stored()
    {
        (Value rows, Value centred) = Centred();
        Value early = graph.Map(Exp(Arg(0)), centred), late = graph.Map(Multiply(Arg(0), Arg(1)), centred, Product(early));

        IReadOnlyList<Region> regions = Fuse([early, late]);

        Assert.Equal(2, regions.Count(region => region.Members.Contains(centred) && region.Reads.Contains(rows)));
        Assert.DoesNotContain(regions, region => region.Stores.Contains(centred));
    }

    [Fact]
    public void A_sum_of_it_computes_its_terms()
    {
        (_, Value centred) = Centred();
        Value early = graph.Map(Exp(Arg(0)), centred), sum = graph.SumLast(centred);

        Region region = Assert.Single(Fuse([early, sum]), region => region.Members.Contains(sum));

        Assert.Contains(centred, region.Members);
    }

    [Fact]
    public void A_value_that_a_kernel_reads_is_stored()
    {
        (_, Value centred) = Centred();
        Value early = graph.Map(Exp(Arg(0)), centred), product = Product(centred);

        Assert.Single(Fuse([early, product]), region => region.Stores.Contains(centred));
    }

    [Fact]
    public void A_result_is_stored()
    {
        (_, Value centred) = Centred();
        Value early = graph.Map(Exp(Arg(0)), centred), late = graph.Map(Multiply(Arg(0), Arg(1)), centred, Product(early));

        Assert.Single(Fuse([centred, early, late]), region => region.Stores.Contains(centred));
    }

    [Fact]
    public void A_value_that_follows_from_a_result_is_stored()
    {
        (Value rows, Value centred) = Centred();
        Value early = graph.Map(Exp(Arg(0)), centred), late = graph.Map(Multiply(Arg(0), Arg(1)), centred, Product(early));

        Assert.Single(Fuse([rows, early, late]), region => region.Stores.Contains(centred));
    }

    [Fact]
    public void A_dear_value_is_stored()
    {
        Value rows = Product(graph.Input(new Shape(4, 5))), dear = graph.Map(Exp(Arg(0)), rows);
        Value early = graph.Map(Multiply(Arg(0), Arg(1)), dear, graph.SumLast(rows)), late = graph.Map(Multiply(Arg(0), Arg(1)), dear, Product(early));

        Assert.Single(Fuse([early, late]), region => region.Stores.Contains(dear));
    }

    [Fact]
    public void A_value_whose_source_nobody_else_reads_is_stored_in_its_place()
    {
        Value rows = Product(graph.Input(new Shape(4, 5))), doubled = graph.Map(Multiply(Arg(0), Of(2)), rows);
        Value early = graph.Map(Exp(Arg(0)), doubled), late = graph.Map(Multiply(Arg(0), Arg(1)), doubled, Product(early));

        Assert.Single(Fuse([early, late]), region => region.Stores.Contains(doubled));
    }

    /// <summary>Rows that a kernel has written, and what remains of them without their sums.</summary>
    private (Value Rows, Value Centred) Centred()
    {
        Value rows = Product(graph.Input(new Shape(4, 5)));
        return (rows, graph.Map(Subtract(Arg(0), Arg(1)), rows, graph.SumLast(rows)));
    }

    private Value Product(Value left) => graph.MatMul(left, graph.Parameter(0, "weight", new Shape(5, 5)));

    private IReadOnlyList<Region> Fuse(Value[] results) =>
        Fusion.Run(graph, new ProgramResults([.. results.Select((result, i) => new KeyValuePair<string, Value>($"result{i}", result))], []), new Dictionary<LoopBody, ProgramResults>()).Regions;
}
