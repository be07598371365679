namespace ModelDsl.Generator.Graph;

/// <summary>One value of a graph: an operation applied to earlier values. Assigned once.</summary>
internal sealed class Value(int id, Operation operation, IReadOnlyList<Value> operands, TensorType type, string layer)
{
    public int Id { get; } = id;

    public Operation Operation { get; } = operation;

    public IReadOnlyList<Value> Operands { get; } = operands;

    public TensorType Type { get; } = type;

    /// <summary>The value whose memory this one shares: a reshape is only another view.</summary>
    public Value Resolved => Operation is Reshape ? Operands[0].Resolved : this;

    /// <summary>The name of the layer that this value belongs to; for a gradient, the layer whose gradient it is part of.</summary>
    public string Layer { get; } = layer;

    /// <summary>%7: [n, 128] = matmul %3, %5.</summary>
    public override string ToString()
    {
        string operands = string.Join(", ", Operands.Select(operand => $"%{operand.Id}"));
        return $"%{Id}: {Type} = {Operation.Text}{(operands.Length > 0 ? " " : string.Empty)}{operands}";
    }
}
