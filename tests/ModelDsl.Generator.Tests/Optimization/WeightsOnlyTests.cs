using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using static ModelDsl.Generator.Graph.ScalarMath;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Optimization;

public sealed class WeightsOnlyTests
{
    private readonly TensorGraph graph = new();

    [Fact]
    public void A_batch_norm_is_prepared_for_inference_and_joins_the_product_before_it()
    {
        LoweredNetwork lowered = NetworkLowering.Lower(Network(Input(3), Dense(5, bias: false), Layer("BatchNorm"), Layer("ReLU")), isTraining: false);
        FusedProgram program = Fuse(lowered.Graph, lowered.Prediction);

        Assert.Equal((1, 2), (program.PreparedRegionCount, program.Regions.Count));
        Assert.Equal(2, program.Regions[0].Stores.Count);
        Assert.IsType<MatMul>(program.Regions[1].Anchor!.Operation);
    }

    [Fact]
    public void Work_on_weights_is_not_a_term_of_a_sum_over_the_batch()
    {
        Value input = graph.Input(new Shape(3)), weight = graph.Parameter(0, "w", new Shape(3));
        Value exponential = graph.Map(Exp(Arg(0)), weight), total = graph.SumLeading(input, new Shape(3));
        Value result = graph.SumLast(graph.Map(Multiply(Arg(0), Arg(1)), total, exponential));

        Region first = Fuse(graph, result).Regions[0];
        Assert.Equal([exponential], first.Stores);
    }

    [Fact]
    public void What_reads_the_batch_its_size_or_random_numbers_is_not_prepared()
    {
        Value input = graph.Input(new Shape(3)), weight = graph.Parameter(0, "w", new Shape(3));
        Value[] values =
        [
            weight, graph.Map(Exp(Arg(0)), weight), input, graph.Map(Multiply(Arg(0), Arg(1)), input, weight), graph.SumLeading(input, new Shape(3)),
            graph.Map(Multiply(Arg(0), new Scalar.Uniform(1)), weight), graph.Map(Multiply(Arg(0), new Scalar.BatchSize()), weight),
        ];

        Assert.Equal(values.Take(2).ToHashSet(), WeightsOnly.Find(graph.Values, []).Where(values.Contains).ToHashSet());
    }

    [Fact]
    public void A_result_is_computed_in_each_run()
    {
        Value result = graph.Map(Exp(Arg(0)), graph.Parameter(0, "w", new Shape(3))), later = graph.Map(Tanh(Arg(0)), result);

        Assert.DoesNotContain(result, WeightsOnly.Find(graph.Values, [result]));
        Assert.DoesNotContain(later, WeightsOnly.Find(graph.Values, [result]));
    }

    private static FusedProgram Fuse(TensorGraph graph, Value result) =>
        Fusion.Run(graph, new ProgramResults([new("prediction", result)], []), new Dictionary<LoopBody, ProgramResults>(), prepares: true);
}
