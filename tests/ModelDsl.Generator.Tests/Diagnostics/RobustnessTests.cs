using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Half-typed code: the compiler's own message is enough, ours would be noise, and nothing throws.</summary>
public sealed class RobustnessTests
{
    private const string Whole = """
        using ModelDsl;
        [Model(Precision = Precision.Double), Input(4)]
        [Dense(3, Name = "a", Bias = false), ReLU, Dropout(0.5), Dense(units: 2), Softmax]
        [CrossEntropyLoss(ClassWeights = new[] { 1.0, 2 })]
        public sealed partial class Net : object;
        """;

    [Theory]
    [InlineData("[Model, Input(4), Dense] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(\"many\")] public partial class Net;")]
    [InlineData("[Model, Input(4), Dens(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), ] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3, Units = 4)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(x)] public partial class Net;")]
    [InlineData("[Model, Input(null), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Model, Input(4), Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4)] public partial class Net; [Model, Dense(3)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = null)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, ])] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(int.MaxValue), ReLU, Dense(int.MaxValue)] public partial class Net;")]
    [InlineData("[Model, Input(int.MaxValue, int.MaxValue, int.MaxValue), Flatten, Dense(1)] public partial class Net;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class Net : Missing;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class Net : Model<double>;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial class Net { public Net(int width) { } }")]
    [InlineData("[Block, Block, Dense(4)] class Unit; [Model, Input(4), Residual<Unit>, Dense(1)] public partial class Net;")]
    [InlineData("[Model]")]
    public async Task Never_throws(string source) => Assert.InRange((await ReportOf("using ModelDsl;\n" + source)).Count, 0, 1);

    [Theory]
    [InlineData("[Model, Input(4), Dense(3)] public partial struct Net;")]
    [InlineData("[Model, Input(4), Dense(3)] public partial record struct Net;")]
    [InlineData("[Model] public enum Net { A }")]
    [InlineData("[Model] public interface Net;")]
    [InlineData("[Model] public delegate void Net();")]
    [InlineData("[Dense(3)] public delegate void Net();")]
    [InlineData("[Model, Input(4), Dense(3), MeanSquaredErorLoss] public partial class Net; public static class Program { static void Train(Net net, Dataset<float> data) => net.Fit(data, new Adam(0.001)); }")]
    public async Task What_the_compiler_reports_is_not_reported_again(string source) => Assert.Empty(await ReportOf("using ModelDsl;\n" + source));

    [Fact]
    public async Task A_model_may_be_cut_off_anywhere()
    {
        for (int length = "using ModelDsl;".Length; length < Whole.Length; length += 3)
        {
            await ReportOf(Whole[..length]);
        }
    }

    [Fact]
    public async Task A_model_may_lack_any_word()
    {
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(Whole).GetRoot().DescendantTokens().Skip(3).Where(token => token.Span.Length > 0))
        {
            await ReportOf(Whole.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void An_invalid_model_has_members_that_compile() => Assert.Contains("Invalid()", GeneratorRun.Generate("""
        using ModelDsl;

        [Model, Input(4), Dense(3), CrossEntropyLoss]
        public sealed partial class Net;

        public static class Program
        {
            public static float[] Run(float[] x) => new Net(seed: 3).Predict(x);
        }
        """).Values.Single());

    /// <summary>What is reported, after asserting that neither the analyzers nor the generator threw.</summary>
    private static async Task<IReadOnlyList<Diagnostic>> ReportOf(string source)
    {
        IReadOnlyList<Diagnostic> reported = await Analysis.Report(source);
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compilation(source));

        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "AD0001");
        Assert.True(driver.GetRunResult().Results.Single().Exception is null, $"{driver.GetRunResult().Results.Single().Exception}\n{source}");
        return reported;
    }
}
