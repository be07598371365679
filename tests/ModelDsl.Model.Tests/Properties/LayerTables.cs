using ModelDsl.CompiledTests.Models;

namespace ModelDsl.CompiledTests.Properties;

/// <summary>The rows of the layer table add up to what the whole model has.</summary>
public sealed class LayerTables
{
    public static TheoryData<string> Names => [.. Catalog.Names, nameof(ResNet20)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rows_add_up(string name)
    {
        ModelDefinition definition = (name == nameof(ResNet20) ? new ResNet20() : Catalog.Single(name)).Definition;

        Assert.Equal(definition.Parameters.Where(parameter => !parameter.IsBuffer).Sum(parameter => parameter.Length), definition.Layers.Sum(layer => layer.ParameterCount));
        Assert.Equal(definition.Inference.Regions.Sum(region => region.MultiplyAdds), definition.Layers.Sum(layer => layer.MultiplyAdds));

        // At the end of the forward pass all that is kept lies in the arena at once.
        Assert.InRange(definition.Layers.Sum(layer => layer.KeptElements), 0, definition.Training?.ArenaLowerBound ?? 0);
    }

    [Fact]
    public void A_table_has_the_turns_of_a_repeated_block_one_by_one() => Assert.Equal(
        Enumerable.Range(1, 3).Select(turn => $"basicUnit{turn}.basic.conv2D1"),
        new ResNet20().Definition.Layers.Select(layer => layer.Name).Where(layer => layer.EndsWith("basic.conv2D1", StringComparison.Ordinal)).Take(3));
}
