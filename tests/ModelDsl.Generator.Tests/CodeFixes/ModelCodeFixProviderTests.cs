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
    public Task What_is_inserted_is_written_as_its_neighbours_are() => Mends(
        "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), {|MDSL3003:ModelDsl.CrossEntropyLoss|}] public partial class Net;",
        "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), ModelDsl.Softmax, ModelDsl.CrossEntropyLoss] public partial class Net;");
}
