namespace ModelDsl;

/// <summary>
/// A parameter's elements as they lie in memory, row after row, and their numbers in the row-major order of the interchange shape. The counterpart of
/// <see cref="InterchangeWalk"/> for who fills all elements, in whatever order is fastest.
/// </summary>
internal readonly struct MemoryOrder
{
    // For each axis, the innermost in memory first: its size, and the difference of its neighbours' numbers.
    private readonly int[] sizes;
    private readonly int[] steps;

    internal MemoryOrder(ParameterSegment segment)
    {
        int[] shape = segment.Shape;
        int[] strides = new int[shape.Length], axes = new int[shape.Length], numbers = new int[shape.Length];
        int number = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            // Where there is one element, its stride says nothing.
            strides[axis] = shape[axis] == 1 ? int.MaxValue : segment.Strides[axis];
            axes[axis] = axis;
            numbers[axis] = number;
            number *= shape[axis];
        }

        Array.Sort(strides, axes);
        sizes = Array.ConvertAll(axes, axis => shape[axis]);
        steps = Array.ConvertAll(axes, axis => numbers[axis]);
        Columns = shape.Length == 0 ? 1 : sizes[0];
        Step = shape.Length == 0 ? 0 : steps[0];
        Rows = segment.Length / Columns;
    }

    /// <summary>The number of rows.</summary>
    internal int Rows { get; }

    /// <summary>The number of elements in a row.</summary>
    internal int Columns { get; }

    /// <summary>The difference of the numbers of neighbours in a row.</summary>
    internal int Step { get; }

    /// <summary>The number of a row's first element.</summary>
    internal int First(int row)
    {
        int first = 0;
        for (int axis = 1; axis < sizes.Length; axis++)
        {
            first += row % sizes[axis] * steps[axis];
            row /= sizes[axis];
        }

        return first;
    }
}
