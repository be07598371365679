using ModelDsl.Generator.Emission;
using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Tests.Emission;

public sealed class ViewTests
{
    [Fact]
    public void A_stored_value_is_read_in_its_own_order()
    {
        Value value = new TensorGraph().Input(new Shape(2, 3));

        Assert.Equal([0, 1, 2, 3, 4, 5], Places(View.Of(value, [])));
    }

    [Fact]
    public void A_slice_begins_further_on()
    {
        TensorGraph graph = new();
        Value slice = graph.Slice(graph.Input(new Shape(3, 4)), [1, 2], new Shape(2, 2));

        Assert.Equal([6, 7, 10, 11], Places(View.Of(slice, [slice])));
    }

    [Fact]
    public void A_transposition_goes_through_the_source_in_another_order()
    {
        TensorGraph graph = new();
        Value transposed = graph.Transpose(graph.Input(new Shape(2, 3)), [1, 0]);

        Assert.Equal([0, 3, 1, 4, 2, 5], Places(View.Of(transposed, [transposed])));
    }

    [Fact]
    public void Views_of_views_are_one()
    {
        TensorGraph graph = new();
        Value input = graph.Input(new Shape(2, 3, 4)), outer = graph.Slice(input, [0, 1, 1], new Shape(2, 2, 3));
        Value turned = graph.Transpose(outer, [2, 0, 1]), inner = graph.Slice(turned, [1, 0, 0], new Shape(2, 2, 1));

        View view = View.Of(inner, [outer, turned, inner]);

        Assert.Equal(input, view.Source);
        Assert.Equal([6, 18, 7, 19], Places(view));
    }

    [Fact]
    public void A_view_ends_at_what_is_stored()
    {
        TensorGraph graph = new();
        Value stored = graph.Slice(graph.Input(new Shape(3, 4)), [1, 0], new Shape(2, 4)), transposed = graph.Transpose(stored, [1, 0]);

        Assert.Equal(stored, View.Of(transposed, [transposed]).Source);
    }

    /// <summary>Where each element lies in the source, the last axis running fastest.</summary>
    private static IEnumerable<int> Places(View view) => Enumerable.Range(0, view.Sizes.ToArray().Aggregate((a, b) => a * b))
        .Select(number => view.Start + View.Offset(view.StridesInSource, Enumerable.Range(0, view.Sizes.Rank).Select(axis => number / view.Sizes.Stride(axis) % view.Sizes[axis])));
}
