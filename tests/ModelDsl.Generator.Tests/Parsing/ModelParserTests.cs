using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Parsing;

namespace ModelDsl.Generator.Tests.Parsing;

public sealed class ModelParserTests
{
    [Fact]
    public void Layers_come_in_source_order_over_all_lists()
    {
        ModelSpec model = Parse("[Model] [Input(4)] [Dense(8), ReLU] [Dense(1)] [MeanSquaredErrorLoss] partial class Net;");

        Assert.Equal(["Input", "Dense", "ReLU", "Dense", "MeanSquaredErrorLoss"], model.Layers.Select(layer => layer.Kind));
        Assert.Equal([1, 2, 3, 4, 5], model.Layers.Select(layer => layer.Attribute));
    }

    [Fact]
    public void Arguments_are_named_by_parameters_and_properties()
    {
        LayerSpec dense = Parse("[Model, Input(4), Dense(units: 8, Bias = false, Initializer = Initializer.HeNormal)] partial class Net;").Layers[1];

        Assert.Equal(8, dense.Get("units", 0));
        Assert.False(dense.Get("Bias", true));
        Assert.Equal(3, dense.Get("Initializer", 0));
    }

    [Fact]
    public void Sizes_and_weights_are_arrays()
    {
        ModelSpec model = Parse("[Model, Input(28, 28, 1), Flatten, Dense(2), Softmax, CrossEntropyLoss(ClassWeights = [1, 2.5])] partial class Net;");

        Assert.Equal([28, 28, 1], model.Layers[0].Get("shape", default(EquatableArray<int>)));
        Assert.Equal([1, 2.5], model.Layers[4].Get("ClassWeights", default(EquatableArray<double>)));
    }

    [Fact]
    public void Other_attributes_are_not_layers() =>
        Assert.Equal(["Input", "Dense"], Parse("[System.Serializable, Model, System.Obsolete, Input(4), Dense(1)] partial class Net;").Layers.Select(layer => layer.Kind));

    [Fact]
    public void Layers_are_numbered_among_all_attributes_of_the_declaration() =>
        Assert.Equal([2, 3], Parse("[System.Serializable, Model] [Input(4), Dense(1)] [System.Obsolete] partial class Net;").Layers.Select(layer => layer.Attribute));

    [Theory]
    [InlineData("record", "")]
    [InlineData("class", "<T>")]
    public void A_class_that_cannot_be_extended_gets_no_members(string kind, string parameters)
    {
        Compilation compilation = GeneratorRun.Compilation($"using ModelDsl;\n[Model, Input(4), Dense(1)] partial {kind} Net{parameters};");

        Assert.False(ModelParser.Parse((INamedTypeSymbol)compilation.GetSymbolsWithName("Net").Single(), [], CancellationToken.None).IsEmittable);
    }

    [Fact]
    public void The_same_text_gives_equal_specifications()
    {
        const string source = "[Model(Precision = Precision.Double), Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, 2, 3])] partial class Net;";

        Assert.Equal(Parse(source), Parse(source));
        Assert.Equal(Parse(source).GetHashCode(), Parse(source).GetHashCode());
        Assert.NotEqual(Parse(source), Parse(source.Replace("2, 3", "2, 4")));
    }

    [Fact]
    public void Code_that_does_not_compile_is_incomplete()
    {
        Assert.False(Parse("[Model, Input(4), Dense] partial class Net;").IsComplete);
        Assert.False(Parse("[Model, Input(4), Dens(3)] partial class Net;").IsComplete);
        Assert.True(Parse("[Model, Input(4), Dense(3)] partial class Net;").IsComplete);
    }

    private static ModelSpec Parse(string source)
    {
        Compilation compilation = GeneratorRun.Compilation($"using ModelDsl;\n{source}");
        return ModelParser.Parse(compilation.GetTypeByMetadataName("Net")!, [], CancellationToken.None);
    }
}
