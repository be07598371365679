using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ModelDsl.Generator.Tests.Emission;

/// <summary>What an editor shows where the pointer rests: the documentation of symbols, sources and generated files together.</summary>
public sealed class DocumentationTests
{
    private static readonly INamedTypeSymbol Digits = Class("""
        using ModelDsl;

        /// <summary>Tells digits apart.</summary>
        [Model, Input(28, 28, 1), Conv2D(32, 3), ReLU, MaxPool2D(2), Flatten, Dense(10), Softmax, CrossEntropyLoss]
        public sealed partial class Net;
        """);

    [Fact]
    public void A_model_shows_its_layer_table_below_the_authors_words()
    {
        Assert.Equal("Tells digits apart.", Documentation(Digits).Element("summary")!.Value);
        Assert.Equal(
            [
                "Input(28, 28, 1)",
                "conv2D1: Conv2D(32, 3) → (26, 26, 32), 320 parameters, 389,376 FLOPs",
                "relu1: ReLU → (26, 26, 32)",
                "maxPool2D1: MaxPool2D(2) → (13, 13, 32)",
                "flatten1: Flatten → (5408)",
                "dense1: Dense(10) → (10), 54,090 parameters, 108,160 FLOPs",
                "softmax1: Softmax → (10)",
                "CrossEntropyLoss",
                "Total: 54,410 parameters; an example's forward pass takes 497,536 FLOPs, its training step keeps 26.4 KiB of activations",
            ],
            Paragraphs(Digits));
    }

    [Fact]
    public void A_table_has_a_line_for_each_layer_of_a_block_and_the_sums_of_its_turns()
    {
        INamedTypeSymbol model = Class("""
            using ModelDsl;
            [Block, Dense(4), Tanh] public class Unit;
            [Model, TokenInput(5), Embedding(7, 4), Repeat<Unit>(300), LastStep, Dense(3000)] public sealed partial class Net;
            """);

        Assert.Equal(
            [
                "TokenInput(5)",
                "embedding1: Embedding(7, 4) → (5, 4), 28 parameters",
                "Repeat<Unit>(300) → (5, 4), 6,000 parameters, 48,000 FLOPs",
                "unit1.dense1: Dense(4) → (5, 4), 20 parameters, 160 FLOPs",
                "unit1.tanh1: Tanh → (5, 4)",
                "lastStep1: LastStep → (4)",
                "dense1: Dense(3000) → (3000), 15,000 parameters, 24,000 FLOPs",
                "Total: 21,028 parameters; an example's forward pass takes 72,000 FLOPs",
            ],
            Paragraphs(model));
    }

    [Theory]
    [InlineData("InputSize", "of shape (28, 28, 1)")]
    [InlineData("OutputSize", "of shape (10)")]
    [InlineData("Conv2D1Weight", "[32, 1, 3, 3]")]
    [InlineData("Dense1WeightGradient", "[10, 5408]")]
    [InlineData("Predict", "28, 28, 1)")]
    [InlineData("Predict", "10)")]
    public void A_generated_member_shows_its_shapes(string member, string shape)
    {
        Assert.NotEmpty(Digits.GetMembers(member));
        Assert.All(Digits.GetMembers(member), symbol => Assert.Contains(shape, Documentation(symbol).Value));
    }

    [Fact]
    public void Every_public_member_that_is_generated_is_documented() => Assert.All(
        Digits.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && member is not IMethodSymbol { AssociatedSymbol: not null }),
        member => Assert.NotEmpty(Documentation(member).Value));

    private static string[] Paragraphs(ISymbol symbol) => [.. Documentation(symbol).Descendants("para").Select(paragraph => paragraph.Value)];

    private static XElement Documentation(ISymbol symbol) => XElement.Parse(symbol.GetDocumentationCommentXml(expandIncludes: true)!);

    private static INamedTypeSymbol Class(string source)
    {
        GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(GeneratorRun.Compilation(source), out Compilation output, out _);
        return output.GetTypeByMetadataName("Net")!;
    }
}
