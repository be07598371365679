using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Models of ids, recurrence, attention and lengths: exactly one message where a layer does not fit, on the very argument.</summary>
public sealed class BrokenSequenceTests
{
    private const string Blocks = """
        [Block, Embedding(7, 4)] public class Words;
        [Block, Embedding(7, 4), Tanh] public class LivelyWords;
        [Block, Dense(4), Tanh] public class Values;
        [Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool] public class WordTower;
        [Block, TokenInput(5), Dense(4)] public class RawTower;
        [Block, Input(4), Dense(4)] public class ValueTower;
        [Block, Input(4), Embedding(7, 4), GlobalAveragePool] public class LostTower;
        [Block, TokenInput(5, Lengths = true), Embedding(7, 4), BatchNorm, GlobalAveragePool] public class LeakyTower;
        [Block, TiedDense, Softmax, CrossEntropyLoss] public class TiedHead;
        [Block, TiedDense] public class Tied;
        [Block, MultiHeadAttention(3)] public class Attending;
        [Block, LSTM(4)] public class Running;
        [Block, BatchNorm, ReLU] public class Leaking;

        """;

    [Theory]
    [InlineData("Input(6, 8), MultiHeadAttention({|MDSL2010:3|})")]
    [InlineData("Input(6, 8), MultiHeadAttention({|MDSL2010:16|})")]
    [InlineData("Input(6, 8), MultiHeadAttention({|MDSL2004:0|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(heads: {|MDSL2004:-2|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(4, KeyHeads = {|MDSL2010:3|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(4, KeyHeads = {|MDSL2010:8|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(4, KeyHeads = {|MDSL2010:-1|})")]
    [InlineData("Input(6, 6), MultiHeadAttention(2, Rotary = {|MDSL2010:true|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(2, Rotary = true, LinearBias = {|MDSL2007:true|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(2, Rotary = true, RotaryBase = {|MDSL2007:0|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(2, Rotary = true, RotaryBase = {|MDSL2007:double.NaN|})")]
    [InlineData("Input(6, 8), MultiHeadAttention(2, Dropout = {|MDSL2005:1|})")]
    [InlineData("Input(6, 8), {|MDSL2010:Residual<Attending>|}")]
    [InlineData("Input(6, 7), {|MDSL2010:SinusoidalPositions|}")]
    public Task Whose_heads_do_not_divide(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(8), {|MDSL2008:MultiHeadAttention(2)|}")]
    [InlineData("Input(4, 4, 8), {|MDSL2008:MultiHeadAttention(2)|}")]
    [InlineData("Input(8), {|MDSL2008:RNN(4)|}")]
    [InlineData("Input(4, 4, 8), {|MDSL2008:LSTM(4)|}")]
    [InlineData("Input(6, 8), LastStep, {|MDSL2008:GRU(4)|}")]
    [InlineData("Input(6, 8), Flatten, {|MDSL2008:LSTM(4)|}")]
    [InlineData("Input(8), {|MDSL2008:LastStep|}")]
    [InlineData("Input(8), {|MDSL2008:TimeReverse|}")]
    [InlineData("Input(8), {|MDSL2008:PositionalEmbedding|}")]
    [InlineData("Input(8), {|MDSL2008:SinusoidalPositions|}")]
    [InlineData("Input(8), {|MDSL2008:Bidirectional<Running>|}")]
    [InlineData("Input(8), {|MDSL2008:Repeat<Running>(2)|}")]
    [InlineData("Input(6, 8), LSTM({|MDSL2004:0|})")]
    [InlineData("Input(6, 8), GRU({|MDSL2004:-3|})")]
    [InlineData("Input(6, 7), RNN({|MDSL2010:Width.Half|})")]
    public Task Over_what_is_no_sequence(string layers) => Verify(layers);

    [Theory]
    [InlineData("TokenInput(5), {|MDSL2018:Dense(4)|}")]
    [InlineData("TokenInput(5), {|MDSL2018:Flatten|}, Dense(4)")]
    [InlineData("TokenInput(5), {|MDSL2018:LSTM(4)|}")]
    [InlineData("TokenInput(5), {|MDSL2018:Dropout(0.5)|}, Embedding(7, 4)")]
    [InlineData("TokenInput(5), {|MDSL2018:Reshape(5, 1)|}, Dense(4)")]
    [InlineData("TokenInput(5), {|MDSL2018:Add<Words, Values>|}")]
    [InlineData("TokenInput(5), {|MDSL2018:Residual<Words>|}")]
    [InlineData("TokenInput(5), {|MDSL2018:Add<Identity, Identity>|}, Dense(4)")]
    [InlineData("TokenInput(5), {|MDSL2018:Concatenate<Identity, Identity>|}, Dense(4)")]
    [InlineData("{|MDSL2018:Dot<RawTower, ValueTower>|}")]
    public Task That_compute_with_ids(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(5), {|MDSL2018:Embedding(7, 4)|}")]
    [InlineData("TokenInput(5), Embedding(7, 4), {|MDSL2018:Embedding(7, 4)|}")]
    [InlineData("Input(5), {|MDSL2018:Add<Words, LivelyWords>|}")]
    [InlineData("TokenInput(5), Embedding(7, 4), {|MDSL2018:Residual<Words>|}")]
    [InlineData("{|MDSL2018:Dot<WordTower, LostTower>|}")]
    public Task That_look_up_values(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(6, 4), {|MDSL2019:TiedDense|}")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(6), {|MDSL2019:TiedDense|}")]
    [InlineData("TokenInput(5), Embedding(4, 4), {|MDSL2019:Repeat<Tied>(2)|}")]
    [InlineData("Input(5, 4), {|MDSL2019:Residual<Tied>|}")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(6), {|MDSL2019:Output<TiedHead>|}")]
    public Task Whose_table_is_not_there(string layers) => Verify(layers);

    [Theory]
    [InlineData("TokenInput({|MDSL2004:0|}), Embedding(7, 4)")]
    [InlineData("TokenInput({|MDSL2004:-5|}), Embedding(7, 4)")]
    [InlineData("TokenInput(5), Embedding({|MDSL2004:0|}, 4)")]
    [InlineData("TokenInput(5), Embedding({|MDSL2004:-7|}, 4)")]
    [InlineData("TokenInput(5), Embedding({|MDSL2006:16777217|}, 4)")]
    [InlineData("TokenInput(5), Embedding(7, {|MDSL2004:0|})")]
    [InlineData("TokenInput(5), Embedding(7, width: {|MDSL2004:-1|})")]
    [InlineData("TokenInput(5), {|MDSL2006:Embedding(16777216, 4096)|}")]
    [InlineData("TokenInput(5), Embedding(7, 4, PaddingIndex = {|MDSL2007:7|})")]
    [InlineData("TokenInput(5), Embedding(7, 4, PaddingIndex = {|MDSL2007:-2|})")]
    [InlineData("TokenInput(5), Embedding(7, 4, Initializer = {|MDSL2007:(Initializer)99|})")]
    [InlineData("TokenInput(5), Embedding(7, 4), PositionalEmbedding(Initializer = {|MDSL2007:(Initializer)99|})")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = {|MDSL2007:3|})")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = {|MDSL2007:-1|})")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(SoftTargets = true, IgnoreIndex = {|MDSL2007:1|})")]
    public Task With_sizes_and_indices_out_of_range(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(8, 8, 3, Lengths = {|MDSL2008:true|}), Dense(4)")]
    [InlineData("Input(8, Lengths = {|MDSL2008:true|}), Dense(4)")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:BatchNorm|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:Conv1D(4, 3)|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:Conv1D(4, 2, Stride = 2, Padding = Padding.Same)|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:MaxPool1D(2)|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), Dense(4), {|MDSL2020:InstanceNorm|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:Repeat<Leaking>(2)|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:Residual<Leaking>|}, LastStep")]
    [InlineData("Input(6, 3, Lengths = true), {|MDSL2020:Concatenate<Identity, Identity>(Axis = 0)|}, GlobalAveragePool")]
    [InlineData("TokenInput(6, Lengths = true), Embedding(7, 4), {|MDSL2020:BatchNorm|}, LastStep")]
    [InlineData("TokenInput(6, Lengths = true), Embedding(7, 4), LSTM(4), {|MDSL2020:Conv1D(4, 3)|}, LastStep")]
    [InlineData("{|MDSL2020:Dot<LeakyTower, WordTower>|}")]
    public Task That_lose_the_lengths(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(6, 8), MultiHeadAttention(3)", "MultiHeadAttention: 3 heads do not divide the width 8 of its input (6, 8).\nUse 1, 2, 4 or 8.")]
    [InlineData("Input(6, 8), MultiHeadAttention(4, KeyHeads = 3)", "MultiHeadAttention: 3 heads of keys do not divide the 4 heads of queries.\nUse 1, 2 or 4.")]
    [InlineData("Input(6, 6), MultiHeadAttention(2, Rotary = true)", "MultiHeadAttention: Rotary turns pairs of features, but a head of 6 / 2 has 3.\nUse a number of heads that leaves an even one, or remove Rotary.")]
    [InlineData("Input(6, 8), LastStep, GRU(4)", "GRU needs (length, channels), but its input is (8).\nGive the input that shape, such as [Reshape(8, 1)].")]
    [InlineData("TokenInput(5), Dense(4)", "Dense computes with values, but its input (5) is ids.\nInsert an Embedding before it, such as [Embedding(1000, 64)].")]
    [InlineData("Input(5), Embedding(7, 4)", "Embedding looks up ids, but its input (5) is values.\nStart with [TokenInput(…)], or use Dense for values.")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(6), TiedDense", "TiedDense multiplies by the table of the Embedding, whose rows have 4 features, but its input is (5, 6).\nInsert [Dense(4)] before it, or make the Embedding as wide.")]
    [InlineData("Input(6, 4), TiedDense", "TiedDense multiplies by the table of an Embedding, but there is none before it outside of repeated blocks.\nUse Dense, or start with [TokenInput(…), Embedding(…)].")]
    [InlineData("TokenInput(5), Embedding(7, 4, PaddingIndex = 7)", "Embedding: PaddingIndex is 7, but the ids are 0 to 6.\nUse one of them, or leave it out.")]
    [InlineData("TokenInput(5), Embedding(7, 4), Dense(3), Softmax, CrossEntropyLoss(IgnoreIndex = 3)", "CrossEntropyLoss: IgnoreIndex is 3, but the classes are 0 to 2.\nUse one of the classes, or -100, the value of Dataset.Ignored.")]
    [InlineData("Input(8, 8, 3, Lengths = true), Dense(4)", "Input: Lengths says how many steps of a sequence (length, features) count, but its shape is (8, 8, 3).\nRemove Lengths, or give it two sizes.")]
    [InlineData("Input(6, 3, Lengths = true), Conv1D(4, 3), LastStep", "Conv1D mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.\nWrite Padding = Padding.Same and no Stride, so that the number of steps stays.")]
    public async Task A_message_names_the_layer_both_sizes_and_the_remedy(string layers, string message)
    {
        Diagnostic reported = Assert.Single(await Analysis.Report($"using ModelDsl; [Model, {layers}] public partial class Net;"));

        Assert.Equal(message, reported.GetMessage());
    }

    [Fact]
    public async Task The_message_names_the_tower_whose_ids_are_computed_with()
    {
        Diagnostic reported = Assert.Single(await Analysis.Report($"using ModelDsl; {Blocks} [Model, Dot<RawTower, ValueTower>] public partial class Net;"));

        Assert.EndsWith("\nIt is in RawTower.", reported.GetMessage(), StringComparison.Ordinal);
    }

    private static Task Verify(string layers) => Analysis.Verify<ModelAnalyzer>($"using ModelDsl; {Blocks} [Model, {layers}] public partial class Net;");
}
