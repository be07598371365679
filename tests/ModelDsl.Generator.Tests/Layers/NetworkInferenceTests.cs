using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Layers;

public sealed class NetworkInferenceTests
{
    [Fact]
    public void Shapes_follow_from_the_layer_before()
    {
        Network network = Network(Input(28, 28, 1), Layer("Flatten"), Dense(10), Layer("Softmax"), Layer("CrossEntropyLoss"));

        Assert.Equal(["(784)", "(10)", "(10)"], network.Layers.Select(layer => layer.Output.ToString()));
        Assert.Equal(new LossTarget(IsLabels: true, ModelDsl.Generator.Graph.Shape.Scalar, 10), network.Target);
    }

    [Fact]
    public void Dense_works_on_the_last_axis_of_any_rank()
    {
        Network network = Network(Input(7, 5, 3), Dense(4));

        Assert.Equal("(7, 5, 4)", network.Output.ToString());
        Assert.Equal("(3, 4)", network.Parameters.First().Spec.Shape.ToString());
    }

    [Fact]
    public void Layers_are_named_by_kind_and_number_or_as_their_author_says()
    {
        Network network = Network(Input(3), Dense(4), Layer("ReLU"), Layer("Dense", ("units", 5), ("Name", "middle")), Layer("ReLU"), Dense(2));

        Assert.Equal(["dense1", "relu1", "middle", "relu2", "dense3"], network.Layers.Select(layer => layer.Name));
        Assert.Equal("middle.weight", network.Parameters.ElementAt(2).Name);
    }

    [Fact]
    public void Parameters_start_on_lines_of_the_cache()
    {
        Network network = Network(Input(3), Dense(5), Layer("ReLU"), Dense(2));

        Assert.Equal([0, 16, 32, 48], network.Parameters.Select(parameter => parameter.Offset));
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own() =>
        Assert.Equal(LayerTable.Kinds.Count, LayerTable.Kinds.Select(kind => kind.Name).Distinct().Count());

    [Fact]
    public void Every_attribute_of_the_library_has_a_row() => Assert.Equal(
        typeof(LayerAttribute).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name.Split('`')[0].Replace("Attribute", string.Empty)).Distinct().Order(),
        LayerTable.Kinds.Select(kind => kind.Name).Order());

    [Fact]
    public void A_fault_gives_no_network()
    {
        List<Fault> faults = [];

        Assert.Null(NetworkInference.Infer(Model(Input(3), Dense(0)), faults));
        Assert.Equal(RuleIds.NonPositiveSize, Assert.Single(faults).Rule);
    }
}
