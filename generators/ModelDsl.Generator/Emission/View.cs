using ModelDsl.Generator.Graph;

namespace ModelDsl.Generator.Emission;

/// <summary>Elements of a stored value as a copy reads them: in another order of axes, or a part of them.</summary>
/// <param name="Source">The stored value.</param>
/// <param name="Sizes">How many elements there are along each axis.</param>
/// <param name="Start">Where the first lies in an example.</param>
/// <param name="StridesInSource">How far neighbours along each axis are apart.</param>
internal sealed record View(Value Source, Shape Sizes, int Start, int[] StridesInSource)
{
    /// <summary>The elements of a value that is stored, or one of the slices and transpositions that are not.</summary>
    public static View Of(Value value, IReadOnlyList<Value> views)
    {
        if (!views.Contains(value))
        {
            return new View(value, value.Type.Shape, 0, Strides(value.Type.Shape));
        }

        View inner = Of(value.Operands[0], views);
        return value.Operation switch
        {
            Slice slice => inner with { Sizes = slice.Shape, Start = inner.Start + Offset(inner.StridesInSource, slice.Starts) },
            Transpose transpose => inner with { Sizes = value.Type.Shape, StridesInSource = [.. transpose.Axes.Select(axis => inner.StridesInSource[axis])] },
            _ => throw new InvalidOperationException($"{value.Operation.Text} is stored."),
        };
    }

    /// <summary>How far neighbours along each axis of a stored value are apart.</summary>
    public static int[] Strides(Shape shape) => [.. Enumerable.Range(0, shape.Rank).Select(shape.Stride)];

    /// <summary>Where the element at a place along each axis lies.</summary>
    public static int Offset(int[] strides, IEnumerable<int> place) => place.Select((start, axis) => start * strides[axis]).Sum();
}
