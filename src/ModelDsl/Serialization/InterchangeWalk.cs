namespace ModelDsl;

/// <summary>
/// Walks over a parameter's elements in the row-major order of its interchange shape and says where each lies in the kernels' memory,
/// counted from the parameter's first element. It starts at the first element.
/// </summary>
internal ref struct InterchangeWalk
{
    private readonly ReadOnlySpan<int> shape;
    private readonly ReadOnlySpan<int> strides;
    private readonly int inner;
    private int column;
    private int row;
    private int rowPlace;

    internal InterchangeWalk(ParameterSegment segment)
    {
        shape = segment.Shape;
        strides = segment.Strides;
        inner = shape.Length == 0 ? 1 : shape[^1];
    }

    /// <summary>Where the current element lies.</summary>
    internal readonly int Place => shape.Length == 0 ? 0 : rowPlace + (column * strides[^1]);

    /// <summary>Goes to the next element.</summary>
    internal void Advance()
    {
        column++;
        if (column < inner)
        {
            return;
        }

        column = 0;
        row++;
        rowPlace = RowPlace();
    }

    /// <summary>Where the first element of the current row (a run of the last axis) lies.</summary>
    private readonly int RowPlace()
    {
        int rest = row;
        int place = 0;
        for (int axis = shape.Length - 2; axis >= 0; axis--)
        {
            place += rest % shape[axis] * strides[axis];
            rest /= shape[axis];
        }

        return place;
    }
}
