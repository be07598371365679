using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using ModelDsl.CodeFixes;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.CodeFixes;

/// <summary>A fix gives a model that gets no message.</summary>
public sealed class ModelCodeFixProviderTests
{
    [Theory]
    [InlineData("[Model, Input(4), Dense(1)] public class {|MDSL1001:Net|};", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)]\nclass {|MDSL1001:Net|};", "[Model, Input(4), Dense(1)]\npartial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] public static partial class {|MDSL1004:Net|};", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] file partial class {|MDSL1011:Net|};", "[Model, Input(4), Dense(1)] partial class Net;")]
    [InlineData("[Model, Input(4), Dense({|MDSL2004:-3|})] public partial class Net;", "[Model, Input(4), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:-0.5|}), Dense(3)] public partial class Net;", "[Model, Input(4), Dropout(0), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:25|}), Dense(3)] public partial class Net;", "[Model, Input(4), Dropout(0.25), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), ReLU, {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3003:Dropout(0.5)|}, CrossEntropyLoss] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3006:Softmax|}, BinaryCrossEntropyLoss] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL4003:ReLU|}, Softmax, CrossEntropyLoss] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL4005:Softmax|}, HuberLoss] public partial class Net;", "[Model, Input(4), Dense(3), HuberLoss] public partial class Net;")]
    [InlineData("[Model, Input(4)]\n// The only layer.\n[Dense(3)]\n[{|MDSL3003:CrossEntropyLoss|}] // Classes.\npublic partial class Net;", "[Model, Input(4)]\n// The only layer.\n[Dense(3)]\n[Softmax, CrossEntropyLoss] // Classes.\npublic partial class Net;")]
    [InlineData("[Model, Input(4)]\n// Two layers.\n[Dense(3), ReLU]\n// One too many.\n[{|MDSL4003:Tanh|}]\n[Dense(1)]\npublic partial class Net;", "[Model, Input(4)]\n// Two layers.\n[Dense(3), ReLU]\n// One too many.\n[Dense(1)]\npublic partial class Net;")]
    [InlineData("/// <summary>Documented.</summary>\n[Model, Input(4), Dense(1)]\n// Why.\nclass {|MDSL1001:Net|};", "/// <summary>Documented.</summary>\n[Model, Input(4), Dense(1)]\n// Why.\npartial class Net;")]
    [InlineData("[{|MDSL1008:Input(4)|}, Dense(1)] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Dense(1), {|MDSL2002:Input(4)|}] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), {|MDSL2002:Input(3)|}, Dense(1)] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense({|MDSL2004:0|})] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dropout({|MDSL2005:50|}), Dense(3)] public partial class Net;", "[Model, Input(4), Dropout(0.5), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), HuberLoss(Delta = {|MDSL2007:-1|})] public partial class Net;", "[Model, Input(4), Dense(1), HuberLoss(Delta = 1)] public partial class Net;")]
    [InlineData("[Model, Input(4), {|MDSL3001:HuberLoss|}, Dense(1)] public partial class Net;", "[Model, Input(4), Dense(1), HuberLoss] public partial class Net;")]
    [InlineData("[Model, Input(4)]\n[{|MDSL3001:HuberLoss|}]\n[Dense(1)]\npublic partial class Net;", "[Model, Input(4)]\n[Dense(1), HuberLoss]\npublic partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), HuberLoss, {|MDSL3002:MeanSquaredErrorLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), HuberLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3),\n    {|MDSL3003:CrossEntropyLoss|}]\npublic partial class Net;", "[Model, Input(4), Dense(3),\n    Softmax, CrossEntropyLoss]\npublic partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Sigmoid, {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), Sigmoid, {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3004:BinaryCrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3004:BinaryCrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, {|MDSL3005:Softmax|}] public partial class Net;", "[Model, Input(4), Dense(3), Softmax] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(8), {|MDSL4001:Dense(1)|}] public partial class Net;", "[Model, Input(4), Dense(8), ReLU, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL4002:Dropout(0.5)|}] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(8), ReLU, {|MDSL4003:Tanh|}, Dense(1)] public partial class Net;", "[Model, Input(4), Dense(8), ReLU, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), {|MDSL4004:Dense(10)|}, Softmax, CrossEntropyLoss] public partial class Net;", "[Model, Input(28, 28, 1), Flatten, Dense(10), Softmax, CrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL4005:ReLU|}, HuberLoss] public partial class Net;", "[Model, Input(4), Dense(1), HuberLoss] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), Conv2D(8, 3, Stride = {|MDSL4006:2|})] public partial class Net;", "[Model, Input(28, 28, 1), Conv2D(8, 3, Stride = 2, Padding = Padding.Same)] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), {|MDSL4007:Conv2D(8, 3, Bias = true)|}, BatchNorm] public partial class Net;", "[Model, Input(28, 28, 1), Conv2D(8, 3, Bias = false), BatchNorm] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), {|MDSL4007:DepthwiseConv2D(3)|}, InstanceNorm] public partial class Net;", "[Model, Input(28, 28, 1), DepthwiseConv2D(3, Bias = false), InstanceNorm] public partial class Net;")]
    [InlineData("[Model, Input(5, 4, 1), Conv2D(8, {|MDSL2009:7|})] public partial class Net;", "[Model, Input(5, 4, 1), Conv2D(8, 4)] public partial class Net;")]
    public Task Mends(string broken, string mended)
    {
        CSharpCodeFixTest<ModelAnalyzer, ModelCodeFixProvider, DefaultVerifier> test = Analysis.Configure(
            new CSharpCodeFixTest<ModelAnalyzer, ModelCodeFixProvider, DefaultVerifier>(), "using ModelDsl;\n" + broken);
        test.FixedState.Sources.Add("using ModelDsl;\n" + mended);
        Analysis.Configure(test.FixedState);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Fact]
    public Task All_of_a_kind_are_mended_together() => Mends(
        """
        [Model, Input(4), Dense(8), {|MDSL4001:Dense(8)|}, {|MDSL4001:Dense(1)|}] public partial class First;
        [Model, Input(4), Dense(8)]
        [{|MDSL4001:Dense(1)|}]
        public partial class Second;
        """,
        """
        [Model, Input(4), Dense(8), ReLU, Dense(8), ReLU, Dense(1)] public partial class First;
        [Model, Input(4), Dense(8)]
        [ReLU, Dense(1)]
        public partial class Second;
        """);

    [Fact]
    public Task Each_of_a_kind_is_mended_in_its_own_way() => Mends(
        """
        [Model, Input(4), Dense(3), {|MDSL3003:CrossEntropyLoss|}] public partial class Missing;
        [Model, Input(4), Dense(3), ReLU, {|MDSL3003:CrossEntropyLoss|}] public partial class Other;
        [Model, Input(4), Dropout({|MDSL2005:25|}), Dense(3)] public partial class Percent;
        [Model, Input(4), Dropout({|MDSL2005:-1|}), Dense(3)] public partial class Negative;
        [Model, Dense(3), {|MDSL2002:Input(4)|}] public partial class Late;
        """,
        """
        [Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Missing;
        [Model, Input(4), Dense(3), Softmax, CrossEntropyLoss] public partial class Other;
        [Model, Input(4), Dropout(0.25), Dense(3)] public partial class Percent;
        [Model, Input(4), Dropout(0), Dense(3)] public partial class Negative;
        [Model, Input(4), Dense(3)] public partial class Late;
        """);

    [Fact]
    public Task What_is_inserted_is_written_as_its_neighbours_are() => Mends(
        "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), {|MDSL3003:ModelDsl.CrossEntropyLoss|}] public partial class Net;",
        "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), ModelDsl.Softmax, ModelDsl.CrossEntropyLoss] public partial class Net;");
}
