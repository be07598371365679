using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>A model that costs more than its budget gets a message for each limit that it exceeds.</summary>
public sealed class BudgetTests
{
    // 35 + 10 + 18 parameters and twice 5 running statistics; 30 + 15 multiply-adds; the results of the ReLU, from which the normalised ones
    // follow, those of the batch norm, and the probabilities.
    [Theory]
    [InlineData("MaxParameters", 63)]
    [InlineData("MaxFlops", 90)]
    [InlineData("MaxActivationBytes", 4 * 13)]
    [InlineData("MaxWeightBytes", 4 * 73)]
    public async Task A_limit_is_reported_where_it_is_written_and_only_if_it_is_exceeded(string limit, int cost)
    {
        const string model = "[Input(6), Dense(5), ReLU, BatchNorm, Dense(3), Softmax, CrossEntropyLoss]";
        await Verify($"[Model, Budget({limit} = {cost})]\n{model} public partial class Net;");
        await Verify($"[Model, Budget({limit} = {{|MDSL2021:{cost} - 1|}})]\n{model} public partial class Net;");
    }

    [Theory]
    [InlineData("[Model, Budget(MaxFlops = {|MDSL2021:1|}, MaxParameters = {|MDSL2021:1|}), Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model(Precision = Precision.Double), Budget(MaxWeightBytes = {|MDSL2021:39|}), Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Budget(MaxFlops = {|MDSL2021:1|})] public partial class Net; [Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Budget(MaxParameters = {|MDSL2004:0|}), Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Budget(MaxWeightBytes = {|MDSL2004:-5L|}), Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Budget(MaxFlops = 1), Input(4), Dense({|MDSL2004:0|})] public partial class Net;")]
    [InlineData("[Model, Budget(MaxActivationBytes = 1), Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Budget, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Budget(MaxParameters = 1)] public partial class Net;")]
    public Task Other_limits_and_other_models(string source) => Verify(source);

    [Fact]
    public async Task A_message_says_how_much_too_much_it_is_and_which_layers_cost_most() => Assert.Equal(
        [
            """
            Budget: Net has 1.1 million parameters, 55,215 more than 1 million.
            The costliest layers: dense2 (1.1 million), unit1…40.inner.dense1 (4,400), dense1 (810).
            Use smaller layers, or raise MaxParameters.
            """,
            """
            Budget: Net takes 1.9 million floating-point operations to predict an example, 1.8 million more than 100,000.
            The costliest layers: dense2 (1.9 million), unit1…40.inner.dense1 (8,000), dense1 (1,600).
            Use smaller layers, or raise MaxFlops.
            """,
        ],
        await Messages("""
            using ModelDsl;
            [Block, Dense(10), Tanh] public class Inner;
            [Block, Residual<Inner>] public class Unit;
            [Model, Budget(MaxParameters = 1_000_000, MaxFlops = 100_000)]
            [Input(80), Dense(10), Tanh, Repeat<Unit>(40), Dense(95_455), Softmax, CrossEntropyLoss]
            public sealed partial class Net;
            """));

    [Fact]
    public async Task Bytes_are_those_of_the_models_precision() => Assert.Equal(
        [
            """
            Budget: Net keeps 16.4 KiB of activations for the training step of an example, 424 B more than 16 KiB.
            The costliest layers: tanh1 (16.4 KiB), dense2 (8 B).
            Use smaller layers, or raise MaxActivationBytes.
            """,
        ],
        await Messages("using ModelDsl; [Model(Precision = Precision.Double), Budget(MaxActivationBytes = 16 << 10), Input(80), Dense(2100), Tanh, Dense(1), HuberLoss] public partial class Net;"));

    [Fact]
    public void A_model_over_its_budget_is_generated_so_that_its_table_shows_where_to_save() =>
        Assert.Contains("dense1: Dense(1)", GeneratorRun.Generate("using ModelDsl; [Model, Budget(MaxFlops = 1), Input(4), Dense(1)] public partial class Net;").Values.Single());

    [Theory]
    [InlineData("Budget(MaxFlops = )")]
    [InlineData("Budget(MaxFlops = \"few\")")]
    [InlineData("Budget(1)")]
    [InlineData("Budget(MaxFlop = 1)")]
    [InlineData("Budget(MaxFlops = 99999999999999999999)")]
    public async Task What_the_compiler_reports_is_not_reported_again(string budget) =>
        Assert.Empty(await Analysis.Report($"using ModelDsl; [Model, {budget}, Input(4), Dense(1)] public partial class Net;"));

    private static async Task<IEnumerable<string>> Messages(string source) => (await Analysis.Report(source)).Select(diagnostic => diagnostic.GetMessage());

    private static Task Verify(string source) => Analysis.Verify<ModelAnalyzer>("using ModelDsl;\n" + source);
}
