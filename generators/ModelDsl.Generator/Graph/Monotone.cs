namespace ModelDsl.Generator.Graph;

/// <summary>Element-wise work that keeps the order of its elements, exactly: the largest stays the largest, so a maximum may be taken before it.</summary>
internal static class Monotone
{
    /// <summary>The operand that the work is a non-decreasing function of, if all else is the same for all pixels of a channel.</summary>
    public static int? OperandOf(Map map, Value value)
    {
        int[] varying = [.. Enumerable.Range(0, value.Operands.Count).Where(i => !IsConstantOverPixels(value.Operands[i].Type, value.Type))];
        return varying.Length == 1 && value.Operands[varying[0]].Type == value.Type && Grows(map.Expression, varying[0]) ? varying[0] : null;
    }

    private static bool IsConstantOverPixels(TensorType type, TensorType over) => !type.IsBatched && (type.Size == 1 || type.Size == over.Shape.Columns);

    private static bool Grows(Scalar expression, int operand) => expression switch
    {
        Scalar.Operand o => o.Index == operand,
        Scalar.Binary { Kind: BinaryKind.Add or BinaryKind.Max or BinaryKind.Min } binary =>
            (Grows(binary.Left, operand) && IsFree(binary.Right, operand)) || (IsFree(binary.Left, operand) && Grows(binary.Right, operand)),
        Scalar.Binary { Kind: BinaryKind.Subtract } difference => Grows(difference.Left, operand) && IsFree(difference.Right, operand),
        _ => false,
    };

    private static bool IsFree(Scalar expression, int operand) => expression is Scalar.Number || (expression is Scalar.Operand o && o.Index != operand);
}
