using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Models made of blocks: exactly one message, at the combinator, that names the blocks which lead to the layer at fault.</summary>
public sealed class BrokenBlockTests
{
    private const string Blocks = """
        [Block, Dense(4), Tanh] public class Four;
        [Block, Dense(8), Tanh] public class Eight;
        [Block, Dense(Width.Same), Tanh] public class Unit;
        [Block, Residual<Unit>, Tanh, Dense(Width.Twice)] public class Growing;
        [Block, Conv2D(4, 9), ReLU] public class Wide;
        [Block, Residual<Wide>, ReLU] public class Outer;
        [Block, Conv2D(4, 3, Groups = 3), ReLU] public class Grouped;
        [Block, Input(4), Dense(4)] public class Tower;
        [Block, Input(5), Dense(4)] public class OtherTower;
        [Block, Dense(4), Input(4)] public class LateInput;
        [Block, Dense(2), MeanSquaredErrorLoss] public class Head;
        [Block, MeanSquaredErrorLoss, Dense(2)] public class EarlyLoss;
        [Block, Dense(2), CrossEntropyLoss] public class RawHead;
        [Block, Input(2000000000), Flatten] public class Vast;
        [Block] public class Nothing;
        [Block, Softmax, Softmax] public class Twice;
        [Block, Dense(4), Residual<Self>] public class Self;
        [Block, Residual<Pong>] public class Ping;
        [Block, Tanh, Residual<Ping>] public class Pong;
        [Block, Dense(4), Output<Head>] public class Inner;
        [Block, Tanh, Dense(4), Dense(4)] public class Linear;
        [Block, Conv2D(Width.Same, 3, PaddingSize = 1), BatchNorm, ReLU] public class Biased;
        [Dense(4), Block] public class Late;
        public class Plain;

        """;

    [Theory]
    [InlineData("Input(4), {|MDSL2014:Residual<Eight>|}")]
    [InlineData("Input(4), {|MDSL2014:Add<Four, Eight>|}")]
    [InlineData("Input(3, 4), {|MDSL2014:Add<Identity, Eight>|}")]
    [InlineData("Input(4), {|MDSL2014:Multiply<Four, Eight, Four>|}")]
    [InlineData("Input(2, 4), {|MDSL2014:Concatenate<Four, Eight>(Axis = 0)|}")]
    [InlineData("Input(4), {|MDSL2014:Dot<Four, Eight>|}")]
    [InlineData("Input(4), {|MDSL2014:CrossAttention<Four, Eight>(2)|}")]
    [InlineData("Input(3, 4), CrossAttention<Four, Eight>({|MDSL2010:3|})")]
    [InlineData("Input(3, 4), CrossAttention<Four, Eight>(2, Dropout = {|MDSL2005:1|})")]
    [InlineData("Input(4), {|MDSL2014:Repeat<Eight>(2)|}")]
    [InlineData("Input(4), {|MDSL2014:Residual<Growing>|}")]
    public Task Whose_branches_disagree(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4), {|MDSL2015:Residual<Self>|}")]
    [InlineData("Input(4), {|MDSL2015:Residual<Ping>|}")]
    [InlineData("Input(4), {|MDSL2015:Add<Ping, Pong>|}")]
    public Task That_contain_themselves(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4), {|MDSL2016:Residual<Tower>|}")]
    [InlineData("Input(4), Tanh, {|MDSL2016:Add<Tower, OtherTower>|}")]
    [InlineData("Input(4), {|MDSL2016:Residual<LateInput>|}")]
    [InlineData("Input(4), {|MDSL2016:Residual<Head>|}")]
    [InlineData("Input(4), {|MDSL2016:Residual<Inner>|}")]
    [InlineData("Input(4), {|MDSL2016:Output<Unit>|}")]
    [InlineData("Input(4), {|MDSL2016:Output<EarlyLoss>|}")]
    [InlineData("Input(4), {|MDSL2017:Residual<Nothing>|}")]
    [InlineData("Input(4), {|MDSL3005:Residual<Twice>|}")]
    [InlineData("{|MDSL2001:Add<Tower, Four>|}")]
    [InlineData("Input(4), {|MDSL3003:Output<RawHead>|}")]
    public Task With_layers_that_do_not_belong_there(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(8, 8, 3), {|MDSL2009:Residual<Outer>|}")]
    [InlineData("Input(8, 8, 4), {|MDSL2010:Add<Grouped, Grouped>|}")]
    [InlineData("Input(8), {|MDSL2008:Residual<Wide>|}")]
    [InlineData("Input(8, 8, 4), {|MDSL4007:Repeat<Biased>(2)|}, Add<Biased, Identity>")]
    [InlineData("Input(4), {|MDSL4001:Residual<Linear>|}")]
    public Task With_a_layer_that_does_not_fit(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4), {|MDSL1012:Residual<Plain>|}")]
    [InlineData("Input(4), {|MDSL1012:Add<Four, string>|}")]
    [InlineData("Input(4), {|MDSL1010:Residual<Late>|}")]
    [InlineData("Input(4), Repeat<Unit>({|MDSL2004:0|})")]
    [InlineData("Input(4), Concatenate<Four, Four>(Axis = {|MDSL2007:1|})")]
    [InlineData("Input(4), Output<Head>(Weight = {|MDSL2007:-1|})")]
    [InlineData("Input(4), Residual<Unit>(Name = {|MDSL2007:\"a b\"|})")]
    [InlineData("Input(4), Residual<Unit>(Name = \"x\"), Residual<Unit>(Name = {|MDSL1009:\"x\"|})")]
    [InlineData("Input(4), Output<Head>, {|MDSL3002:MeanSquaredErrorLoss|}")]
    [InlineData("Input(4), {|MDSL3001:Output<Head>|}, Dense(4)")]
    public Task With_combinators_that_are_not_right(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4), Residual<Unit>, Residual<Four>, Repeat<Unit>(3), Repeat<Unit>(2, SharedWeights = true), Add<Four, Identity>")]
    [InlineData("Input(6, 4), Add<Eight, Eight>, Multiply<Identity, Unit>, Concatenate<Four, Eight>, Concatenate<Four, Four>(Axis = 0), Dot<Eight, Eight>")]
    [InlineData("Add<Tower, OtherTower>, Residual<Unit>(Name = \"last\")")]
    [InlineData("Input(4), Output<Head>, Output<Head>(Weight = 0.5)")]
    [InlineData("Input(4), Repeat<Four>(1)")]
    public Task That_are_valid(string layers) => Verify(layers);

    [Fact]
    public Task Whose_inputs_are_too_many_together() =>
        Analysis.Verify<ModelAnalyzer>($"using ModelDsl; {Blocks} [Model, Dot<Vast, Vast>] public partial class {{|MDSL2006:Net|}};");

    [Fact]
    public async Task The_message_names_the_blocks_that_lead_to_the_fault()
    {
        IReadOnlyList<Diagnostic> reported = await Analysis.Report($"using ModelDsl; {Blocks} [Model, Input(8, 8, 3), Residual<Outer>, MeanSquaredErrorLoss] public partial class Net;");

        Assert.EndsWith("\nIt is in Outer › Wide.", Assert.Single(reported).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_of_a_recursion_names_the_circle()
    {
        IReadOnlyList<Diagnostic> reported = await Analysis.Report($"using ModelDsl; {Blocks} [Model, Input(4), Residual<Ping>, MeanSquaredErrorLoss] public partial class Net;");

        Assert.Contains("Ping › Pong › Ping", Assert.Single(reported).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_block_by_itself_is_not_taken_for_a_model_without_its_attribute() => Analysis.Verify<ModelAnalyzer>($"using ModelDsl; {Blocks}");

    private static Task Verify(string layers) => Analysis.Verify<ModelAnalyzer>($"using ModelDsl; {Blocks} [Model, {layers}] public partial class Net;");
}
