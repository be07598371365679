namespace ModelDsl.Generator.Graph;

/// <summary>The rows of a table that whole numbers name: [n, t] of [v, c] gives [n, t, c].</summary>
/// <param name="Ignored">The row that gets no gradient, or −1.</param>
/// <param name="Spared">The multiply-adds of one example that a product of its rows would take, where the table's rows have been multiplied instead.</param>
internal sealed record Gather(int Ignored, long Spared = 0) : Operation
{
    /// <summary>How many times as many rows as an example has ids a table may have, so that work on all of them is less than work on those of a few examples.</summary>
    private const int SmallTable = 2;

    public override string Text => $"rows{(Ignored < 0 ? string.Empty : $" (all but {Ignored} trained)")} of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        (TensorType table, TensorType ids) = (operands[0].Type, operands[1].Type);
        return !table.IsBatched && table.Shape.Rank == 2 && ids.IsBatched
            ? TensorType.Batched(new Shape([.. ids.Shape.ToArray(), table.Shape.Columns]))
            : throw Mismatch(Text, table, ids);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) => Spared;

    /// <summary>Whether what is done to each row of a value is done to the rows of its table instead, which are fewer than those of a batch.</summary>
    public static bool IsOfFewRows(Value value) =>
        value.Operation is Gather { Ignored: < 0 } && value.Operands[0].Type.Shape[0] <= SmallTable * value.Operands[1].Type.Shape.Size;
}

/// <summary>The sums of the rows that have the same number: the transpose of <see cref="Gather"/>.</summary>
/// <param name="Rows">The rows of the table.</param>
/// <param name="Ignored">The row that stays 0, or −1.</param>
internal sealed record ScatterAdd(int Rows, int Ignored) : Operation
{
    public override string Text => $"sums into {Rows} rows{(Ignored < 0 ? string.Empty : $" (all but {Ignored})")} of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        (TensorType rows, TensorType ids) = (operands[0].Type, operands[1].Type);
        return rows.IsBatched && ids.IsBatched && rows.Shape.Leading.Equals(ids.Shape)
            ? TensorType.Fixed(new Shape(Rows, rows.Shape.Columns))
            : throw Mismatch(Text, rows, ids);
    }
}
