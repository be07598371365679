using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Optimization;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Optimization;

public sealed class FusionTests
{
    [Fact]
    public void Bias_and_activation_join_the_product()
    {
        FusedProgram program = Inference(Input(3), Dense(5), Layer("ReLU"));

        Region region = Assert.Single(program.Regions);
        Assert.IsType<MatMul>(region.Anchor!.Operation);
        Assert.Equal(2, region.Maps.Count);
        Value stored = Assert.Single(region.Stores);
        Assert.Equal("relu1", stored.Layer);
    }

    [Fact]
    public void A_prediction_computes_nothing_of_its_loss()
    {
        FusedProgram program = Inference(Input(3), Dense(1), Layer("Sigmoid"), Layer("BinaryCrossEntropyLoss"));

        Assert.Equal(1, program.FirstRegionCount);
        Assert.True(program.Regions.Count > 1);
        Assert.DoesNotContain(program.Regions[0].Members, member => member.Layer == "loss");
    }

    [Fact]
    public void The_terms_of_a_row_sum_are_not_stored()
    {
        FusedProgram program = Inference(Input(3), Dense(5), Layer("Softmax"), Layer("CrossEntropyLoss"));

        Region sum = Assert.Single(program.Regions, region => region.IsRowSum);
        Assert.NotEmpty(sum.Maps);
        Assert.Equal([sum.Anchor!], sum.Stores);
    }

    [Fact]
    public void A_prediction_does_not_compute_the_log_sum_exp_of_its_loss()
    {
        FusedProgram program = Inference(Input(3), Dense(5), Layer("Softmax"), Layer("CrossEntropyLoss"));

        Region softmax = Assert.Single(program.Regions, region => region.Anchor?.Operation is Softmax), logarithm = Assert.Single(program.Regions, region => region.Anchor?.Operation is LogSumExp);
        Assert.Empty(softmax.Companions);
        Assert.Empty(logarithm.Companions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Softmax_and_log_sum_exp_of_the_same_rows_are_one_region(bool softmaxFirst)
    {
        TensorGraph graph = new();
        Value rows = graph.Input(new Shape(4, 6)), sameRows = graph.Reshape(rows, new Shape(2, 2, 6));
        Value first = softmaxFirst ? graph.Softmax(rows) : graph.LogSumExp(rows), second = softmaxFirst ? graph.LogSumExp(sameRows) : graph.Softmax(sameRows);

        Region region = Assert.Single(Run(graph, first, second).Regions);

        Assert.Equal(first, region.Anchor);
        Assert.Equal([second], region.Companions);
        Assert.Equal([first, second], region.Stores);
    }

    [Fact]
    public void Softmax_and_log_sum_exp_of_other_rows_are_two_regions()
    {
        TensorGraph graph = new();
        Value rows = graph.Input(new Shape(4, 6));

        FusedProgram program = Run(graph, graph.Softmax(rows), graph.LogSumExp(graph.Reshape(rows, new Shape(6, 4))));

        Assert.Equal(2, program.Regions.Count);
    }

    [Fact]
    public void Copies_of_copies_are_one()
    {
        TensorGraph graph = new();
        Value input = graph.Input(new Shape(4, 6)), slice = graph.Slice(input, [0, 1], new Shape(3, 5)), transposed = graph.Transpose(slice, [1, 0]);
        Value padded = graph.Pad(transposed, [1, 0], new Shape(6, 3));

        Region region = Assert.Single(Run(graph, padded).Regions);

        Assert.Equal(padded, region.Anchor);
        Assert.Equal([slice, transposed], region.Views);
        Assert.Equal([padded], region.Stores);
        Assert.Equal([input], region.Reads);
    }

    [Fact]
    public void A_copy_that_others_need_is_stored()
    {
        TensorGraph graph = new();
        Value slice = graph.Slice(graph.Input(new Shape(4, 6)), [0, 1], new Shape(3, 5));

        FusedProgram program = Run(graph, graph.Pad(slice, [1, 0], new Shape(4, 5)), slice);

        Assert.Equal(2, program.Regions.Count);
        Assert.All(program.Regions, region => Assert.Empty(region.Views));
    }

    [Fact]
    public void A_copy_of_another_shape_of_a_copy_is_of_its_own()
    {
        TensorGraph graph = new();
        Value slice = graph.Slice(graph.Input(new Shape(4, 6)), [0, 1], new Shape(3, 5));

        FusedProgram program = Run(graph, graph.Transpose(graph.Reshape(slice, new Shape(5, 3)), [1, 0]));

        Assert.Equal(2, program.Regions.Count);
    }

    [Fact]
    public void Dropout_vanishes_from_inference()
    {
        string with = Inference(Input(3), Dense(5), Layer("ReLU"), Layer("Dropout", ("rate", 0.5)), Dense(2)).ToString();

        Assert.Equal(Inference(Input(3), Dense(5), Layer("ReLU"), Dense(2)).ToString(), with);
    }

    [Fact]
    public void A_region_reads_only_what_an_earlier_one_stores()
    {
        FusedProgram program = Inference(Input(4, 3), Dense(5), Layer("GELU"), Dense(6), Layer("Softmax"), Layer("CrossEntropyLoss"));

        HashSet<Value> stored = [];
        foreach (Region region in program.Regions)
        {
            Assert.All(region.Reads, value => Assert.True(value.Operation is Source or Parameter || stored.Contains(value), $"{value} is read before it is stored"));
            stored.UnionWith(region.Stores);
        }
    }

    private static FusedProgram Run(TensorGraph graph, params Value[] results) =>
        Fusion.Run(graph, new ProgramResults([], [.. results.Select((result, i) => new KeyValuePair<string, Value>($"result{i}", result))]), new Dictionary<LoopBody, ProgramResults>());

    private static FusedProgram Inference(params ModelDsl.Generator.Parsing.LayerSpec[] layers)
    {
        LoweredNetwork lowered = NetworkLowering.Lower(Network(layers), isTraining: false);
        KeyValuePair<string, Value>[] loss = lowered.Loss is null ? [] : [new("loss", lowered.Loss)];
        return Fusion.Run(lowered.Graph, new ProgramResults([new("prediction", lowered.Prediction)], loss), new Dictionary<LoopBody, ProgramResults>());
    }
}
