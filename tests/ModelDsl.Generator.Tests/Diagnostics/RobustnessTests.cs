using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

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
    public async Task Attributes_of_the_same_names_from_elsewhere_are_none_of_ours() => Assert.Empty(await ReportOf("""
        namespace Mine
        {
            public sealed class ModelAttribute : System.Attribute;
            public sealed class DenseAttribute(int units) : System.Attribute { public int Units => units; }

            [Model, Dense(-3)] public class Net;
        }
        """));

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public async Task Blocks_may_stand_in_blocks_to_any_depth(int depth)
    {
        IEnumerable<string> blocks = Enumerable.Range(1, depth).Select(level => $"[Block, Residual<Level{level - 1}>] class Level{level};");

        Assert.Empty(await ReportOf($"using ModelDsl; [Block, Dense(Width.Same), Tanh] class Level0; {string.Concat(blocks)} [Model, Input(4), Residual<Level{depth}>, Dense(1)] public partial class Net;"));
    }

    [Fact]
    public async Task A_model_may_have_parts_in_several_files_and_a_file_may_be_linked_twice()
    {
        const string model = "using ModelDsl; [Model, Input(4), Dense(3)] public sealed partial class Net;";

        Assert.Empty(await Analysis.Report(model, "public sealed partial class Net { public int Answer => 42; }"));
        Assert.Null(Assert.Single(GeneratorRun.Driver().RunGenerators(GeneratorRun.Compilation(model, model)).GetRunResult().Results).Exception);
        Assert.DoesNotContain(await Analysis.Report(model, model), diagnostic => diagnostic.Id == "AD0001");
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Any_version_of_the_language_is_read(LanguageVersion version)
    {
        CSharpParseOptions options = new(version);
        SyntaxTree tree = CSharpSyntaxTree.ParseText("using ModelDsl; [Model, Input(4), Dense(0)] public partial class Net { }", options, path: "Net.cs");
        CSharpCompilation compilation = GeneratorRun.Compilation().AddSyntaxTrees(tree);

        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation);
        IEnumerable<Diagnostic> reported = await compilation.WithAnalyzers([new Generator.Diagnostics.ModelAnalyzer(), new Generator.Diagnostics.UseAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        Assert.Equal("MDSL2004", Assert.Single(reported).Id);
    }

    [Fact]
    public async Task Without_the_library_nothing_is_said_or_generated()
    {
        CSharpCompilation compilation = GeneratorRun.Compilation("[Model, Input(4), Dense(0)] public partial class Net;");
        compilation = compilation.WithReferences(compilation.References.Where(reference => reference.Display?.Contains("ModelDsl", StringComparison.Ordinal) != true));

        Assert.Empty(await compilation.WithAnalyzers([new Generator.Diagnostics.ModelAnalyzer(), new Generator.Diagnostics.UseAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        Assert.Empty(GeneratorRun.Driver().RunGenerators(compilation).GetRunResult().GeneratedTrees);
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
