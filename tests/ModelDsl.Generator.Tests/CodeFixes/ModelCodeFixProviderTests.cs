using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using ModelDsl.CodeFixes;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.CodeFixes;

/// <summary>What is left of a file once it is mended, to the letter. That a fix gives a model without a message, MistakeTests asserts of all.</summary>
public sealed class ModelCodeFixProviderTests
{
    [Theory]
    [InlineData("[Model, Input(4), Dense(1)]\nclass {|MDSL1001:Net|};", "[Model, Input(4), Dense(1)]\npartial class Net;")]
    [InlineData("/// <summary>Documented.</summary>\n[Model, Input(4), Dense(1)]\n// Why.\nclass {|MDSL1001:Net|};", "/// <summary>Documented.</summary>\n[Model, Input(4), Dense(1)]\n// Why.\npartial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] public static partial class {|MDSL1004:Net|};", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] file partial class {|MDSL1011:Net|};", "[Model, Input(4), Dense(1)] partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)] public partial class {|MDSL1003:Net|}<T> where T : struct;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1)]\npublic partial class {|MDSL1003:Net|}<T>\n    where T : struct\n{\n}", "[Model, Input(4), Dense(1)]\npublic partial class Net\n{\n}")]
    [InlineData("public class Base; [Model, Input(4), Dense(1)] public partial class {|MDSL1006:Net|} : Base;", "public class Base; [Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("public class Base; public interface IPriced; [Model, Input(4), Dense(1)] public partial class {|MDSL1006:Net|} : Base, IPriced;", "public class Base; public interface IPriced; [Model, Input(4), Dense(1)] public partial class Net : IPriced;")]
    [InlineData("[Model, Input(4), Dense(1)]\n// Why.\npublic partial record {|MDSL1007:Net|};", "[Model, Input(4), Dense(1)]\n// Why.\npublic partial class Net;")]
    public Task Mends_a_declaration(string broken, string mended) => Mends(broken, mended);

    [Theory]
    [InlineData("[Model, Input(4)]\n// The only layer.\n[Dense(3)]\n[{|MDSL3003:CrossEntropyLoss|}] // Classes.\npublic partial class Net;", "[Model, Input(4)]\n// The only layer.\n[Dense(3)]\n[Softmax, CrossEntropyLoss] // Classes.\npublic partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3),\n    {|MDSL3003:CrossEntropyLoss|}]\npublic partial class Net;", "[Model, Input(4), Dense(3),\n    Softmax, CrossEntropyLoss]\npublic partial class Net;")]
    [InlineData("[Model, Input(4)]\npublic partial class {|MDSL2003:Net|};", "[Model, Input(4), Dense(1)]\npublic partial class Net;")]
    [InlineData("[Model, TokenInput(5)]\n[{|MDSL2018:LSTM(4)|}]\npublic partial class Net;", "[Model, TokenInput(5)]\n[Embedding(1000, 64), LSTM(4)]\npublic partial class Net;")]
    [InlineData("[Model, Input(4)]\n// Two layers.\n[Dense(3), ReLU]\n// One too many.\n[{|MDSL4003:Tanh|}]\n[Dense(1)]\npublic partial class Net;", "[Model, Input(4)]\n// Two layers.\n[Dense(3), ReLU]\n// One too many.\n[Dense(1)]\npublic partial class Net;")]
    [InlineData("[{|MDSL1008:Input(4)|}, Dense(1)] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), {|MDSL3003:ModelDsl.CrossEntropyLoss|}] public partial class Net;", "[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(3), ModelDsl.Softmax, ModelDsl.CrossEntropyLoss] public partial class Net;")]
    public Task Inserts_and_removes_layers(string broken, string mended) => Mends(broken, mended);

    [Theory]
    [InlineData("[Model, Dense(1), {|MDSL2002:Input(4)|}] public partial class Net;", "[Model, Input(4), Dense(1)] public partial class Net;")]
    [InlineData("[Input(4)]\n[Dense(1), {|MDSL1010:Model|}]\npublic partial class Net;", "[Model, Input(4)]\n[Dense(1)]\npublic partial class Net;")]
    [InlineData("[Model, Input(4)]\n[{|MDSL3001:HuberLoss|}]\n[Dense(1)]\npublic partial class Net;", "[Model, Input(4)]\n[Dense(1), HuberLoss]\npublic partial class Net;")]
    [InlineData("[Model, Input(6, 3)]\n[LSTM(4), LastStep]\n[{|MDSL2008:GRU(4)|}, Dense(1)]\npublic partial class Net;", "[Model, Input(6, 3)]\n[LSTM(4)]\n[GRU(4), LastStep, Dense(1)]\npublic partial class Net;")]
    [InlineData("[Model, TokenInput(5)]\n[{|MDSL2018:Dropout(0.5)|}, Embedding(7, 4)]\n[LSTM(4)]\npublic partial class Net;", "[Model, TokenInput(5)]\n[Embedding(7, 4), Dropout(0.5)]\n[LSTM(4)]\npublic partial class Net;")]
    public Task Moves_layers(string broken, string mended) => Mends(broken, mended);

    [Theory]
    [InlineData("[Model, Input(48, 3), {|MDSL2008:Conv2D(8, 3, Bias = false)|}] public partial class Net;", "[Model, Input(48, 3), Conv1D(8, 3, Bias = false)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), Tanh, {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(1), {|MDSL3003:CrossEntropyLoss|}] public partial class Net;", "[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss] public partial class Net;")]
    [InlineData("[Model, Input(5), {|MDSL2018:Embedding(7, 4)|}] public partial class Net;", "[Model, TokenInput(5), Embedding(7, 4)] public partial class Net;")]
    [InlineData("[Model, Input(6, 3, Lengths = true), {|MDSL2020:MaxPool1D(2)|}] public partial class Net;", "[Model, Input(6, 3), MaxPool1D(2)] public partial class Net;")]
    [InlineData("[Model, TokenInput(5, Lengths = true), Embedding(7, 4), {|MDSL2020:BatchNorm(Momentum = 0.2)|}] public partial class Net;", "[Model, TokenInput(5, Lengths = true), Embedding(7, 4), LayerNorm] public partial class Net;")]
    [InlineData("[Model, TokenInput(5), Embedding(7, 4), Dense(6, Bias = false), {|MDSL2019:TiedDense|}] public partial class Net;", "[Model, TokenInput(5), Embedding(7, 4), Dense(4, Bias = false), TiedDense] public partial class Net;")]
    public Task Replaces_layers(string broken, string mended) => Mends(broken, mended);

    [Theory]
    [InlineData("[Model, Input(4), Dense(units: {|MDSL2004:-3|})] public partial class Net;", "[Model, Input(4), Dense(units: 3)] public partial class Net;")]
    [InlineData("[Model, Input({|MDSL2004:-1, 28, 28|}), Flatten, Dense(1)] public partial class Net;", "[Model, Input(28, 28), Flatten, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(784), Reshape({|MDSL2011:28, 27, 1|}, Name = \"image\")] public partial class Net;", "[Model, Input(784), Reshape(28, -1, 1, Name = \"image\")] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3, Name = \"a\"), ReLU, Dense(1, Name = {|MDSL1009:\"a\"|})] public partial class Net;", "[Model, Input(4), Dense(3, Name = \"a\"), ReLU, Dense(1, Name = \"a2\")] public partial class Net;")]
    [InlineData("[Model, Input(8, 8, 1), Conv2D(4, 3, PaddingSize = {|MDSL2007:1|}, Padding = Padding.Same)] public partial class Net;", "[Model, Input(8, 8, 1), Conv2D(4, 3, Padding = Padding.Same)] public partial class Net;")]
    [InlineData("[Model, Input(28, 28, 1), {|MDSL4007:Conv2D(8, 3, Bias = true)|}, BatchNorm] public partial class Net;", "[Model, Input(28, 28, 1), Conv2D(8, 3, Bias = false), BatchNorm] public partial class Net;")]
    [InlineData("[Model, Input(32, 32, 1), Conv2D(8, 3, Stride = {|MDSL4006:4|}, PaddingSize = 1)] public partial class Net;", "[Model, Input(32, 32, 1), Conv2D(8, 3, Stride = 4, Padding = Padding.Same)] public partial class Net;")]
    [InlineData("[ModelDsl.Model, ModelDsl.Input(28, 28, 1), ModelDsl.Conv2D(8, 3, Stride = {|MDSL4006:2|})] public partial class Net;", "[ModelDsl.Model, ModelDsl.Input(28, 28, 1), ModelDsl.Conv2D(8, 3, Stride = 2, Padding = ModelDsl.Padding.Same)] public partial class Net;")]
    public Task Sets_and_removes_arguments(string broken, string mended) => Mends(broken, mended);

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
    public Task A_block_is_mended_once_however_often_it_is_used() => Mends(
        """
        [System.Serializable, Block, LayerNorm, MultiHeadAttention(3)] public class Attention;
        [Block, Residual<Attention>, Tanh] public class Outer;
        [Model, Input(6, 8), {|MDSL2010:Residual<Attention>|}, Dense(1)] public partial class First;
        [Model, Input(6, 8), {|MDSL2010:Residual<Outer>|}, Dense(1)] public partial class Second;
        """,
        """
        [System.Serializable, Block, LayerNorm, MultiHeadAttention(4)] public class Attention;
        [Block, Residual<Attention>, Tanh] public class Outer;
        [Model, Input(6, 8), Residual<Attention>, Dense(1)] public partial class First;
        [Model, Input(6, 8), Residual<Outer>, Dense(1)] public partial class Second;
        """);

    [Fact]
    public Task A_model_gets_one_loss_however_often_it_is_trained() => Mends<UseAnalyzer>(
        """
        public static class Program
        {
            public static void Train(Price price, Dataset<float> data)
            {
                {|MDSL3008:price.Fit(data, new Adam(0.001))|};
                {|MDSL3008:price.Evaluate(data)|};
                _ = {|MDSL3008:new Trainer<float>(price, new Adam(0.001))|};
            }
        }

        [Model, Input(4), Dense(1)]
        public partial class Price : Model<float>;
        """,
        """
        public static class Program
        {
            public static void Train(Price price, Dataset<float> data)
            {
                price.Fit(data, new Adam(0.001));
                price.Evaluate(data);
                _ = new Trainer<float>(price, new Adam(0.001));
            }
        }

        [Model, Input(4), Dense(1), MeanSquaredErrorLoss]
        public partial class Price : Model<float>;
        """);

    [Fact]
    public Task A_block_in_another_file_is_mended_there()
    {
        const string model = "using ModelDsl; [Model, Input(6, 8), {0}, Dense(1)] public partial class Net;";
        CSharpCodeFixTest<ModelAnalyzer, ModelCodeFixProvider, DefaultVerifier> test = Test<ModelAnalyzer>(
            "using ModelDsl; [Block, LayerNorm, MultiHeadAttention(3)] public class Attention;",
            "using ModelDsl; [Block, LayerNorm, MultiHeadAttention(4)] public class Attention;");
        test.TestState.Sources.Add(model.Replace("{0}", "{|MDSL2010:Residual<Attention>|}"));
        test.FixedState.Sources.Add(model.Replace("{0}", "Residual<Attention>"));
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
        return test.RunAsync();
    }

    private static Task Mends(string broken, string mended) => Mends<ModelAnalyzer>(broken, mended);

    private static Task Mends<TAnalyzer>(string broken, string mended)
        where TAnalyzer : DiagnosticAnalyzer, new() => Test<TAnalyzer>("using ModelDsl;\n" + broken, "using ModelDsl;\n" + mended).RunAsync();

    private static CSharpCodeFixTest<TAnalyzer, ModelCodeFixProvider, DefaultVerifier> Test<TAnalyzer>(string broken, string mended)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpCodeFixTest<TAnalyzer, ModelCodeFixProvider, DefaultVerifier> test = Analysis.Configure(new CSharpCodeFixTest<TAnalyzer, ModelCodeFixProvider, DefaultVerifier>(), broken);
        test.FixedState.Sources.Add(mended);
        Analysis.Configure(test.FixedState);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test;
    }
}
