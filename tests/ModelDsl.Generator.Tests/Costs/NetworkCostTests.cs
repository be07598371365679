using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Costs;
using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;
using ModelDsl.Generator.Planning;

namespace ModelDsl.Generator.Tests.Costs;

/// <summary>The figures agree with counts by hand, and each counts once.</summary>
public sealed class NetworkCostTests
{
    private const string Blocks = """
        using ModelDsl;
        [Block, Dense(8), Tanh] class Unit;
        [Block, Repeat<Unit>(3), Dense(8)] class Nest;
        [Block, Input(6), Dense(8)] class Left;
        [Block, Input(5), Dense(8), Tanh] class Right;
        [Block, Dense(3), Softmax, CrossEntropyLoss] class Kind;
        [Block, Dense(1), HuberLoss] class Price;

        """;

    /// <summary>The benchmark's models, with the trained elements and the multiply-adds of an example that the layers' definitions give.</summary>
    public static TheoryData<string, long, long> Known => new()
    {
        { "Perceptron", (785 * 256) + (257 * 128) + (129 * 10), (784 * 256) + (256 * 128) + (128 * 10) },
        { "ConvolutionalNetwork", 320 + 18_496 + 204_928 + 1_290, (26 * 26 * 32 * 9) + (11 * 11 * 64 * 9 * 32) + (1600 * 128) + (128 * 10) },

        // He et al. 2016 count 0.27 million parameters, and 40 million multiply-adds.
        { "ResidualNetwork", 272_282, (1024 * 27 * 16) + (6 * 1024 * 9 * 256) + (2 * ((256 * 9 * 512) + (5 * 256 * 9 * 1024) + (256 * 512))) + (64 * 10) },
        { "LstmLanguageModel", (65 * 64) + (512 * (64 + 128 + 2)) + (129 * 65), 64 * ((512 * (64 + 128)) + (128 * 65)) },
        { "GruLanguageModel", (65 * 64) + (384 * (64 + 128 + 2)) + (129 * 65), 64 * ((384 * (64 + 128)) + (128 * 65)) },

        // A position asks itself and those before it: 64 · 65 / 2 pairs, each of two products of the width.
        { "Gpt", (65 * 128) + (64 * 128) + (4 * ((12 * 128 * 128) + (13 * 128))) + 256 + (128 * 65), 64 * ((4 * 12 * 128 * 128) + (128 * 65)) + (4 * 64 * 65 * 128) },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void The_benchmarks_models_cost_what_their_definitions_say(string model, long parameters, long multiplyAdds)
    {
        LayerCost total = CostOf("using ModelDsl;\n" + File.ReadAllText(Path.Combine(Root(), "tests", "ModelDsl.Benchmarks", "Models", $"{model}.cs")), $"ModelDsl.Benchmarks.Models.{model}").Total;

        Assert.Equal(parameters, total.Parameters);
        Assert.Equal(multiplyAdds, total.MultiplyAdds);
        Assert.Equal(2 * multiplyAdds, total.Flops);
    }

    [Fact]
    public void A_convolutional_classifier_costs_what_its_Keras_twin_does()
    {
        LayerCost total = CostOf("""
            using ModelDsl;
            [Model, Input(28, 28, 1), Conv2D(32, 3), ReLU, MaxPool2D(2), Conv2D(64, 3), ReLU, MaxPool2D(2), Flatten, Dropout(0.5), Dense(10), Softmax, CrossEntropyLoss]
            partial class Net;
            """).Total;

        Assert.Equal(34_826, total.Parameters);
        Assert.Equal((26 * 26 * 32 * 9) + (11 * 11 * 64 * 9 * 32) + (1600 * 10), total.MultiplyAdds);
    }

    [Theory]
    [InlineData("Input(8), Repeat<Unit>(5), Dense(1), HuberLoss", (5 * 72) + 9, (5 * 64) + 8)]
    [InlineData("Input(8), Repeat<Unit>(5, SharedWeights = true), Dense(1), HuberLoss", 72 + 9, (5 * 64) + 8)]
    [InlineData("Input(8), Repeat<Nest>(2), Dense(1), HuberLoss", (8 * 72) + 9, (8 * 64) + 8)]
    [InlineData("Input(8), Repeat<Nest>(2, SharedWeights = true), Dense(1), HuberLoss", (4 * 72) + 9, (8 * 64) + 8)]
    [InlineData("Input(8), Concatenate<Unit, Unit, Unit>, Dense(1), HuberLoss", (3 * 72) + 25, (3 * 64) + 24)]
    [InlineData("Dot<Left, Left>(SharedWeights = true), Sigmoid, BinaryCrossEntropyLoss", 56, 48 + 48)]
    [InlineData("Input(8), Residual<Unit>, Residual<Unit>, Dense(1), HuberLoss", (2 * 72) + 9, (2 * 64) + 8)]
    [InlineData("Dot<Left, Right>, Sigmoid, BinaryCrossEntropyLoss", 56 + 48, 48 + 40)]
    [InlineData("Input(8), Dense(4), Tanh, Output<Kind>, Output<Price>", 36 + 15 + 5, 32 + 12 + 4)]
    [InlineData("TokenInput(5), Embedding(7, 4), TiedDense, Softmax, CrossEntropyLoss", 28, 5 * 28)]
    [InlineData("Input(8), Dense(4)", 36, 32)]
    public void Turns_branches_towers_and_heads_count_each_and_what_they_share_counts_once(string layers, long parameters, long multiplyAdds)
    {
        NetworkCost cost = CostOf($"{Blocks}[Model, {layers}] partial class Net;");

        Assert.Equal(parameters, cost.Total.Parameters);
        Assert.Equal(multiplyAdds, cost.Total.MultiplyAdds);
        Assert.Equal(cost.Total, cost.Rows.SelectMany(row => row.Flat()).Aggregate(default(LayerCost), (sum, row) => sum + row.Cost));
    }

    [Fact]
    public void What_is_the_same_is_computed_once() =>
        Assert.Equal(64 + 24, CostOf($"{Blocks}[Model, Input(8), Concatenate<Unit, Unit, Unit>(SharedWeights = true), Dense(1), HuberLoss] partial class Net;").Total.MultiplyAdds);

    [Fact]
    public void Running_statistics_are_saved_but_no_parameters()
    {
        LayerCost total = CostOf("using ModelDsl; [Model, Input(6), Dense(4, Bias = false), BatchNorm, ReLU, Dense(1), HuberLoss] partial class Net;").Total;

        Assert.Equal(24 + 8 + 5, total.Parameters);
        Assert.Equal(24 + 16 + 5, total.Weights);
    }

    [Fact]
    public void What_the_backward_pass_reads_is_kept_and_nothing_else()
    {
        NetworkCost cost = CostOf("using ModelDsl; [Model, Input(6), Dense(5), ReLU, Dense(3), Softmax, CrossEntropyLoss] partial class Net;");

        // The gradient of a ReLU follows from its result, that of softmax with cross-entropy from the probabilities.
        Assert.Equal(["relu1 5", "softmax1 3"], cost.Rows.Where(row => row.Own.Kept > 0).Select(row => $"{row.Name} {row.Own.Kept}"));
        Assert.Equal(0, CostOf("using ModelDsl; [Model, Input(6), Dense(5), ReLU, Dense(3), Softmax] partial class Net;").Total.Kept);
    }

    [Fact]
    public void A_loop_keeps_what_each_turn_keeps_and_what_it_hands_on()
    {
        NetworkCost cost = CostOf($"{Blocks}[Model, Input(8), Dense(8), Repeat<Unit>(5), Dense(1), HuberLoss] partial class Net;");

        // Each turn's tanh is what the next one gets: the chain is all that has to be kept.
        Assert.Equal(5 * 8, Assert.Single(cost.Rows, row => row.Loop is not null).Total.Kept);
    }

    [Theory]
    [InlineData("Input(8), Residual<Unit>, Residual<Unit>, Dense(1), HuberLoss")]
    [InlineData("Input(8), Repeat<Nest>(2, SharedWeights = true), Dense(1), HuberLoss")]
    [InlineData("Dot<Left, Right>, Sigmoid, BinaryCrossEntropyLoss")]
    [InlineData("Concatenate<Right, Left>, Dense(4), Tanh, Output<Kind>, Output<Price>")]
    [InlineData("Input(9, 9, 2), Conv2D(3, 3), MaxPool2D(2, Padding = Padding.Same), BatchNorm, Flatten, Dense(3), Softmax, CrossEntropyLoss")]
    [InlineData("TokenInput(6, Lengths = true), Embedding(7, 4), LSTM(4), MultiHeadAttention(2), LastStep, BatchNorm, Dense(3), Softmax, CrossEntropyLoss")]
    [InlineData("Input(20, 8, Lengths = true), GRU(16), Dense(6), Softmax, CTCLoss(9, Blank = 5)")]
    public void The_rows_leave_out_nothing_that_is_kept(string layers)
    {
        CompiledModel model = Compile($"{Blocks}[Model, {layers}] partial class Net;", "Net");
        MemoryPlan plan = model.Training!.Plan;
        int end = model.TrainingResults!.Value.Loss.Id;
        HashSet<Value> read = [.. plan.Program.Regions.Where(region => region.Members.All(member => member.Id > end)).SelectMany(region => region.Reads)];
        IEnumerable<Value> stored = plan.Program.Regions.Where(region => region.Members.Any(member => member.Id <= end)).SelectMany(region => region.Stores);

        Assert.Equal(stored.Where(value => read.Contains(value) && plan.Buffers[value].Home == Home.Arena).Sum(value => (long)plan.Buffers[value].Size), model.Cost.Total.Kept);
        Assert.InRange(model.Cost.Total.Kept, 1, plan.ArenaSize);
    }

    private static NetworkCost CostOf(string source, string model = "Net") => Compile(source, model).Cost;

    private static CompiledModel Compile(string source, string model)
    {
        INamedTypeSymbol symbol = GeneratorRun.Compilation(source).GetTypeByMetadataName(model)!;
        List<Fault> faults = [];
        ModelSpec spec = ModelParser.Parse(symbol, faults, CancellationToken.None);
        Network? network = NetworkInference.Infer(spec, faults);
        Assert.DoesNotContain(faults, fault => !fault.IsAdvice);
        return ModelCompiler.Compile(spec, network!);
    }

    private static string Root([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..");
}
