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
        foreach (LayerKind kind in LayerTable.Kinds.Where(kind => kind.Role != LayerRole.Input))
        {
            string loss = kind is LossKind ? string.Empty : ", MeanSquaredErrorLoss";
            string layer = kind.Name switch
            {
                "Dense" => "Dense(3)",
                "Dropout" => "Dropout(0.5)",
                _ => kind is LossKind { RequiredActivation: { } activation } ? $"{activation}, {kind.Name}" : kind.Name,
            };
            Assert.Single(GeneratorRun.Generate($"[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(2), {string.Join(", ", $"{layer}{loss}".Split(", ").Select(name => $"ModelDsl.{name}"))}] public partial class Net;"));
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
}
