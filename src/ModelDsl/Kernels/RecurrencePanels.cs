namespace ModelDsl.Kernels;

/// <summary>
/// The recurrent weights as right operands of register tiles: for each gate, panels of units that are two vectors wide (the last one or two).
/// They are copied once for all steps, or read where they lie if they are used too few times. Every sum runs over the units in order, so it has
/// the same bits in a tile of any height, and a row is the same whichever others are computed with it.
/// </summary>
internal readonly unsafe struct RecurrencePanels<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>From this many tiles on, a panel pays for its copy.</summary>
    private const int TilesWorthPacking = 8;

    private readonly T* data;
    private readonly nint units;

    /// <summary>From row to row of weights that are read where they lie, else 0.</summary>
    private readonly nint stride;

    private RecurrencePanels(T* data, nint units, nint stride)
    {
        this.data = data;
        this.units = units;
        this.stride = stride;
    }

    /// <summary>The units and those that fill the last vector.</summary>
    internal static nint Padded(nint units) => Partition.Count(units, V.Count) * V.Count;

    /// <summary>The width of the panel at <paramref name="unit"/>.</summary>
    internal static nint Width(nint units, nint unit) => Math.Min(2 * V.Count, Padded(units) - unit);

    /// <summary>The panels of h·W for so many tiles of each: row i of gate g is <c>weight[i * gates * units + g * units]</c> and what follows.</summary>
    internal static RecurrencePanels<T, V> Of(Weights<T> weight, nint gates, nint units, nint tiles) =>
        weight.Packed != null ? new RecurrencePanels<T, V>(weight.Packed, units, 0)
        : tiles < TilesWorthPacking && units % V.Count == 0 ? new RecurrencePanels<T, V>(weight.Data, units, gates * units)
        : Pack(weight.Data, gates, units, transposed: false);

    /// <summary>The panels of h·W, or of h·Wᵀ, in a copy.</summary>
    internal static RecurrencePanels<T, V> Pack(T* weight, nint gates, nint units, bool transposed) =>
        Pack(weight, Scratch.Rent<T>(Scratch.RecurrenceWeights, gates * Padded(units) * units), gates, units, transposed);

    /// <summary>The panels of h·W, or of h·Wᵀ, in a copy at <paramref name="packed"/>.</summary>
    internal static RecurrencePanels<T, V> Pack(T* weight, T* packed, nint gates, nint units, bool transposed)
    {
        nint stride = gates * units;
        RecurrencePanels<T, V> panels = new(packed, units, 0);
        for (nint gate = 0; gate < gates; gate++)
        {
            for (nint unit = 0; unit < units; unit += 2 * V.Count)
            {
                T* first = weight + (gate * units) + (transposed ? unit * stride : unit);
                Matrix<T> source = new(new Address<T>(first), stride, transposed);
                nint width = Width(units, unit);
                RightPanel<T, V>.Pack(source, panels.Panel(gate, unit), width, units, Math.Min(width, units - unit));
            }
        }

        return panels;
    }

    /// <summary>The number of panels.</summary>
    internal nint Count(nint gates) => gates * Partition.Count(units, 2 * V.Count);

    /// <summary>The gate and the first unit of a panel: one gate after the other.</summary>
    internal (nint Gate, nint Unit) Place(nint panel, nint gates)
    {
        nint panelsOfGate = Count(gates) / gates;
        return (panel / panelsOfGate, panel % panelsOfGate * 2 * V.Count);
    }

    /// <summary>The tiles of the first <paramref name="rows"/> rows with one panel.</summary>
    /// <param name="left">The left operand's rows, one value for each unit.</param>
    /// <param name="leftStep">From one row of the left operand to the next.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="gate">The gate of the panel.</param>
    /// <param name="unit">The first unit of the panel.</param>
    /// <param name="c">The result, as wide as the panel.</param>
    /// <param name="step">From one row of the result to the next.</param>
    /// <param name="add">Whether the product is added to the result.</param>
    internal void Multiply(T* left, nint leftStep, nint rows, nint gate, nint unit, T* c, nint step, bool add)
    {
        nint width = Width(units, unit);
        TileOperands<T> operands = new()
        {
            Left = left, LeftRowStep = leftStep, LeftColumnStep = 1, Inner = units, Right = Panel(gate, unit), RightStep = stride > 0 ? stride : width,
        };
        ProductBlock<T, V>.Rows(operands, rows, width, c, step, add);
    }

    private T* Panel(nint gate, nint unit) =>
        stride > 0 ? data + (gate * units) + unit : data + (((gate * Padded(units)) + unit) * units);
}
