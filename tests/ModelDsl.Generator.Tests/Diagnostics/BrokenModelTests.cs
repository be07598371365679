using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Broken models of each family: exactly one message, on the very attribute or argument.</summary>
public sealed class BrokenModelTests
{
    [Theory]
    [InlineData("[Model, Input(4), Dense(1), MeanSquaredErrorLoss] public class {|MDSL1001:Net|};")]
    [InlineData("public partial class Outer { [Model, Input(4), Dense(1)] public partial class {|MDSL1002:Net|}; }")]
    [InlineData("[Model, Input(4), Dense(1)] public partial class {|MDSL1003:Net|}<T>;")]
    [InlineData("[Model, Input(4), Dense(1)] public static partial class {|MDSL1004:Net|};")]
    [InlineData("[Model, Input(4)] public partial class {|MDSL1005:Net|}; [Dense(1)] public partial class Net;")]
    [InlineData("public class Base; [Model, Input(4), Dense(1)] public partial class {|MDSL1006:Net|} : Base;")]
    [InlineData("[Model, Input(4), Dense(1)] public partial record {|MDSL1007:Net|};")]
    [InlineData("[{|MDSL1008:Input(4)|}, Dense(1)] public partial class Net;")]
    [InlineData("""[Model, Input(4), Dense(3, Name = "a"), ReLU, Dense(1, Name = {|MDSL1009:"a"|})] public partial class Net;""")]
    [InlineData("[Input(4), Dense(1), {|MDSL1010:Model|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] file partial class {|MDSL1011:Net|};")]
    [InlineData("""[Model, Input(4), Dense(3, Name = "hidden"), ReLU, Dense(1, Name = {|MDSL1009:"Hidden"|})] public partial class Net;""")]
    [InlineData("""[Model, Input(4), Dense(3, Name = {|MDSL1009:"dense2"|}), ReLU, Dense(1)] public partial class Net;""")]
    [InlineData("[Model(Precision = {|MDSL2007:(Precision)7|}), Input(4), Dense(1)] public partial class Net;")]
    public Task Of_the_declaration(string source) => Verify(source);

    [Theory]
    [InlineData("[Model, Dense(1)] public partial class {|MDSL2001:Net|};")]
    [InlineData("[Model] public partial class {|MDSL2001:Net|};")]
    [InlineData("[Model, Dense(1), {|MDSL2002:Input(4)|}] public partial class Net;")]
    [InlineData("[Model, Input(4), {|MDSL2002:Input(3)|}, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4)] public partial class {|MDSL2003:Net|};")]
    [InlineData("[Model, Input(4), BatchNorm(Momentum = {|MDSL2007:0|}), Dense(2)] public partial class Net;")]
    [InlineData("[Model, Input(4), LayerNorm(Epsilon = {|MDSL2007:-1e-5|}), Dense(2)] public partial class Net;")]
    [InlineData("[Model, Input(4), MeanSquaredErrorLoss] public partial class {|MDSL2003:Net|};")]
    [InlineData("[Model, Input(4), Dense({|MDSL2004:0|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(units: {|MDSL2004:-3|})] public partial class Net;")]
    [InlineData("[Model, Input({|MDSL2004:28, 0, 1|}), Dense(3)] public partial class Net;")]
    [InlineData("[Model, {|MDSL2004:Input|}, Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout(0.5), MeanSquaredErrorLoss] public partial class {|MDSL2003:Net|};")]
    [InlineData("[Model, Input(4), BatchNorm(Scale = false, Offset = false), MeanSquaredErrorLoss] public partial class {|MDSL2003:Net|};")]
    [InlineData("[Model, {|MDSL2006:Input(65536, 65536, 65536, 65536)|}, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1, Initializer = {|MDSL2007:(Initializer)99|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1, InitialValue = {|MDSL2007:0.5|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1, BiasInitializer = Initializer.Constant, BiasValue = {|MDSL2007:double.NaN|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(4), LeakyReLU({|MDSL2007:double.NaN|}), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(4), ELU({|MDSL2007:-1|}), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), HuberLoss(Delta = {|MDSL2007:double.PositiveInfinity|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:1|}), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:-0.1|}), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:double.NaN|}), Dense(3)] public partial class Net;")]
    [InlineData("[Model, {|MDSL2006:Input(100000, 100000)|}, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(100000), {|MDSL2006:Dense(100000)|}] public partial class Net;")]
    [InlineData("""[Model, Input(4), Dense(1, Name = {|MDSL2007:"a.b"|})] public partial class Net;""")]
    [InlineData("[Model, Input(4), Dense(1), HuberLoss(Delta = {|MDSL2007:0|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL2008:CosineSimilarityLoss|}] public partial class Net;")]
    [InlineData("[Block, Input(3, 4, Lengths = true), Dense(4)] public class Short; [Block, Input(5, 4), Dense(4)] public class Long; [Model, {|MDSL2020:CrossAttention<Short, Long>(2)|}, Dense(2)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(6), {|MDSL2008:TripletLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(6), Softmax, {|MDSL2008:CTCLoss(2)|}] public partial class Net;")]
    [InlineData("[Model, Input(8, 4), Dense(6), Softmax, CTCLoss({|MDSL2004:0|})] public partial class Net;")]
    [InlineData("[Model, Input(8, 4), Dense(6), Softmax, CTCLoss({|MDSL2007:9|})] public partial class Net;")]
    [InlineData("[Model, Input(8, 4), Dense(6), Softmax, CTCLoss(2, Blank = {|MDSL2007:6|})] public partial class Net;")]
    [InlineData("[Block, Dense(6), Softmax, CTCLoss(2)] public partial class Head; [Model, Input(8, 4), {|MDSL2016:Output<Head>|}] public partial class Net;")]
    [InlineData("[Model, Input(8, 4), Dense(6), {|MDSL3003:CTCLoss(2)|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(5), {|MDSL2008:TripletLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(3, 4), Dense(6), TripletLoss(Margin = {|MDSL2007:0|})] public partial class Net;")]
    [InlineData("[Model, Input(3, 4, Lengths = true), Dense(6), {|MDSL2020:TripletLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = {|MDSL2007:-1|})] public partial class Net;")]
    public Task Of_shapes_and_architecture(string source) => Verify(source);

    [Theory]
    [InlineData("[Model, Input(4), {|MDSL3001:MeanSquaredErrorLoss|}, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), MeanSquaredErrorLoss, {|MDSL3002:HuberLoss|}] public partial class Net;")]
    [InlineData("[Model, {|MDSL3001:MeanSquaredErrorLoss|}, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), {|MDSL3002:MeanSquaredErrorLoss|}, Dense(1), HuberLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3003:Dropout(0.5)|}, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL3003:CrossEntropyLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3003:CrossEntropyLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3006:Softmax|}, KLDivergenceLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3006:Softmax|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Sigmoid, {|MDSL3003:CrossEntropyLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), ReLU, {|MDSL3003:KLDivergenceLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3004:BinaryCrossEntropyLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3004:BinaryCrossEntropyLoss|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3005:Softmax|}, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3006:Softmax|}, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = {|MDSL3007:[1, 2]|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = {|MDSL3007:[1, 2, 0]|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(SoftTargets = true, ClassWeights = {|MDSL3007:[1, 2, 3]|})] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(LabelSmoothing = {|MDSL2005:1|})] public partial class Net;")]
    public Task Of_losses_and_training(string source) => Verify(source);

    [Theory]
    [InlineData("[Model, Input(4), Dense(8), {|MDSL4001:Dense(1)|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL4002:Dropout(0.5)|}, MeanSquaredErrorLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(8), {|MDSL4002:Dropout(0.5)|}, Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(8), ReLU, {|MDSL4003:Tanh|}, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(8), Dropout(0.5), {|MDSL4001:Dense(1)|}] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL4003:ReLU|}, Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL4003:ReLU|}, Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), Tanh, {|MDSL4003:ReLU|}, MeanSquaredErrorLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL4005:Softmax|}, MeanSquaredErrorLoss] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), {|MDSL4004:Dense(10)|}, Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL4005:ReLU|}, MeanSquaredErrorLoss] public partial class Net;")]
    public Task That_deserve_advice(string source) => Verify(source);

    [Fact]
    public async Task Training_without_a_loss_is_reported_on_each_call()
    {
        IReadOnlyList<Diagnostic> reported = await Analysis.Report("""
            using ModelDsl;

            public static class Program
            {
                public static void Train(Price price, Dataset<float> data)
                {
                    price.Fit(data, new Adam(0.001));
                    price.Evaluate(data);
                    _ = new Trainer<float>(price, new Adam(0.001));
                }
            }

            [Model, Input(4), Dense(1)]
            public sealed partial class Price;
            """);

        Assert.All(reported, diagnostic => Assert.Equal("MDSL3008", diagnostic.Id));
        Assert.Equal(
            ["new Trainer<float>(price, new Adam(0.001))", "price.Evaluate(data)", "price.Fit(data, new Adam(0.001))"],
            reported.Select(diagnostic => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_message_names_the_layer_and_the_remedy_in_at_most_three_lines()
    {
        string[] broken =
        [
            "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), ModelDsl.ReLU, ModelDsl.CrossEntropyLoss] public partial class Net;",
            "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dropout(2), ModelDsl.Dense(3)] public partial class Net;",
        ];
        foreach (string source in broken)
        {
            string message = Assert.Single(await Analysis.Report(source)).GetMessage();
            Assert.InRange(message.Split('\n').Length, 2, 3);
        }

        Assert.Contains("(3)", Assert.Single(await Analysis.Report(broken[0])).GetMessage());
    }

    private static Task Verify(string source) => Analysis.Verify<ModelAnalyzer>("using ModelDsl;\n" + source);
}
