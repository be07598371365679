using System.Globalization;
using ModelDsl.Generator.Layers;

namespace ModelDsl.Generator.Tests.Emission;

public sealed class GeneratedCodeTests
{
    private const string Source = """
        using ModelDsl;

        [Model, Input(4), Dense(3), LeakyReLU(0.3), Dropout(0.25), Dense(1), HuberLoss(Delta = 1.5)]
        public sealed partial class Net;
        """;

    [Fact]
    public void Generated_code_does_not_depend_on_the_culture()
    {
        string expected = GeneratorRun.Generate(Source).Values.Single();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            comma.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, GeneratorRun.Generate(Source).Values.Single());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_kind_of_layer_has_generated_code_that_compiles_without_a_warning()
    {
        foreach (LayerKind kind in LayerTable.Kinds.Where(kind => kind.Role != LayerRole.Input && kind is not CombinatorKind))
        {
            string before = kind switch
            {
                _ when kind.Name.EndsWith("2D", StringComparison.Ordinal) => "Input(6, 6, 2)",
                _ when kind.Name.EndsWith("1D", StringComparison.Ordinal) || kind.Name.StartsWith("Global", StringComparison.Ordinal) => "Input(6, 2)",
                EmbeddingLayer => "TokenInput(5)",
                CTCLossLayer => "Input(5, 4), Dense(3), Softmax",
                TripletLossLayer => "Input(3, 4), Dense(2)",
                TiedDenseLayer => "TokenInput(5), Embedding(7, 2)",
                LossKind { RequiredActivation: { } activation } => $"Input(4), Dense(2), {activation}",
                _ => "Input(5, 4), Dense(2)",
            };
            string after = kind is LossKind ? string.Empty : ", Flatten, Dense(1), MeanSquaredErrorLoss";
            Assert.Single(GeneratorRun.Generate($"using ModelDsl; [Model, {before}, {kind.Name}{ArgumentsOf(kind)}{after}] public partial class Net;"));
        }
    }

    [Fact]
    public void A_long_name_gives_a_short_file_name()
    {
        string name = new('N', 300);

        string hint = GeneratorRun.Generate($"[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(2)] public partial class {name};").Keys.Single();

        Assert.InRange(hint.Length, 1, 140);
    }

    [Fact]
    public void Two_models_of_one_name_in_different_namespaces_both_compile() => Assert.Equal(2, GeneratorRun.Generate(
        "namespace A { [ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(2)] public partial class Net; }",
        "namespace B { [ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(2)] public partial class Net; }").Count);

    /// <summary>What has to be written in the parentheses of a kind's attribute.</summary>
    private static string ArgumentsOf(LayerKind kind) => kind switch
    {
        EmbeddingLayer => "(7, 2)",
        RecurrentKind or MultiHeadAttentionLayer or DenseLayer or PoolingKind or Upsample2DLayer or GroupNormLayer or ZeroPadding2DLayer or DepthwiseConv2DLayer or CTCLossLayer => "(2)",
        Conv1DLayer or Conv2DLayer or SeparableConv2DLayer or ConvTranspose2DLayer => "(4, 3)",
        DropoutLayer or SpatialDropoutLayer => "(0.5)",
        ReshapeLayer => "(2, -1)",
        PermuteLayer => "(2, 1)",
        _ => string.Empty,
    };
}
