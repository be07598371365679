using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelDsl.Generator.Tests.Emission;

/// <summary>The code that blocks become.</summary>
public sealed partial class BlockEmissionTests
{
    private const string Blocks = """
        using ModelDsl;
        [Block, Dense(Width.Same, Bias = false), BatchNorm, Dropout(0.2)] public class Inner;
        [Block, Residual<Inner>, Repeat<Inner>(2), Tanh] public class Unit;

        """;

    [Fact]
    public void The_code_of_a_repeated_block_does_not_grow_with_the_number_of_turns()
    {
        // Numbers have more digits where there are more turns, and the table of layers has other units; nothing else differs.
        string Shape(int turns) => Number().Replace(Table().Replace(Generate($"[Model, Input(6), Dense(4), Tanh, Repeat<Unit>({turns}), Dense(2), MeanSquaredErrorLoss] public partial class Net;"), string.Empty), "0");

        string two = Shape(2);
        Assert.Equal(two, Shape(12));
        Assert.Equal(two, Shape(1000));
    }

    [Fact]
    public void A_repeated_block_is_a_loop_forward_and_backward()
    {
        string code = Generate("[Model, Input(4), Repeat<Unit>(5), Dense(2), MeanSquaredErrorLoss] public partial class Net;");

        Assert.Contains("for (nint turn = 0; turn < 5; turn++)", code, StringComparison.Ordinal);
        Assert.Contains("for (nint turn = 4; turn >= 0; turn--)", code, StringComparison.Ordinal);
        Assert.Contains("public global::System.Numerics.Tensors.TensorSpan<float> Unit1To5Inner1Dense1Weight(int unit) =>", code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_of_a_referenced_project_is_compiled_like_ones_own()
    {
        CSharpCompilation library = GeneratorRun.Compilation(Blocks).WithAssemblyName("Blocks");
        const string Source = "using ModelDsl; [Model, Input(4), Repeat<Unit>(3), Dense(2), MeanSquaredErrorLoss] public partial class Net;";
        CSharpCompilation compilation = GeneratorRun.Compilation(Source);
        using MemoryStream image = new();
        Assert.True(library.Emit(image).Success);
        MetadataReference reference = MetadataReference.CreateFromImage(image.ToArray());

        GeneratorDriver driver = GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(compilation.AddReferences(reference), out Compilation output, out _);

        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
        Assert.Equal(Generate(Source.Replace("using ModelDsl; ", string.Empty)), driver.GetRunResult().Results.Single().GeneratedSources.Single().SourceText.ToString());
    }

    [Theory]
    [InlineData("Residual<Unit>")]
    [InlineData("Add<Unit, Inner>")]
    [InlineData("Multiply<Unit, Inner, Identity>")]
    [InlineData("Concatenate<Unit, Unit>(SharedWeights = true)")]
    [InlineData("Dot<Unit, Inner>")]
    [InlineData("Repeat<Unit>(3, SharedWeights = true)")]
    [InlineData("Repeat<Unit>(1)")]
    [InlineData("Repeat<Identity>(2)")]
    public void A_combinator_has_generated_code_that_compiles_without_a_warning(string layer) =>
        Assert.Contains("partial class Net", Generate($"[Model, Input(3, 4), {layer}, Dense(2), MeanSquaredErrorLoss] public partial class Net;"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Output<Kind>", "public static float[] JoinTargets(global::System.ReadOnlySpan<int> kind)")]
    [InlineData("Output<Kind>, Output<Place>", "public void Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> kind, global::System.Span<float> place)")]
    [InlineData("Output<Kind>, Output<Rows>, Output<Kind>", "JoinTargets(global::System.ReadOnlySpan<int> kind1, global::System.ReadOnlySpan<int> rows1, global::System.ReadOnlySpan<int> kind2)")]
    public void Outputs_have_arrays_of_their_own_whatever_they_are_called(string outputs, string member)
    {
        const string Heads = "[Block, Dense(3), Softmax, CrossEntropyLoss] public class Kind; [Block, Dense(3), Softmax, CrossEntropyLoss] public class Rows; [Block, Dense(2), MeanSquaredErrorLoss] public class Place;";

        Assert.Contains(member, Generate($"{Heads} [Model, Input(4), {outputs}] public partial class Net;"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_output_is_predicted_as_by_every_model() => Assert.DoesNotContain(
        "public void Predict(", Generate("[Block, Dense(2), MeanSquaredErrorLoss] public class Place; [Model, Input(4), Output<Place>] public partial class Net;"), StringComparison.Ordinal);

    [Fact]
    public void Names_that_become_one_identifier_are_told_apart()
    {
        string code = Generate("[Model, Input(4), Residual<Inner>, Tanh, Dense(4, Name = \"innerDense1\"), Tanh, Dense(2), MeanSquaredErrorLoss] public partial class Net;");

        Assert.Contains(" InnerDense1Weight =>", code, StringComparison.Ordinal);
        Assert.Contains(" InnerDense1Weight_2 =>", code, StringComparison.Ordinal);
    }

    private static string Generate(string model) => GeneratorRun.Generate(Blocks + model).Values.Single();

    [GeneratedRegex("/// <para>.*")]
    private static partial Regex Table();

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();
}
