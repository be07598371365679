namespace ModelDsl.Generator.Graph;

/// <summary>
/// The matrix product of two tensors seen as matrices, all axes but the last being rows. With a batch in the left operand alone the result has
/// one too; the product of a transposed and a plain batched operand sums over the batch. Without a batch in either it is computed once for all examples.
/// </summary>
internal sealed record MatMul(bool TransposeLeft, bool TransposeRight) : Operation
{
    public override string Text => $"matmul{(TransposeLeft ? " left transposed" : string.Empty)}{(TransposeRight ? " right transposed" : string.Empty)} of";

    public override TensorType Infer(IReadOnlyList<Value> operands)
    {
        TensorType left = operands[0].Type, right = operands[1].Type;
        if (TransposeLeft)
        {
            return left.IsBatched == right.IsBatched && !TransposeRight && left.Shape.Leading.Equals(right.Shape.Leading)
                ? TensorType.Fixed(new Shape(left.Shape.Columns, right.Shape.Columns))
                : throw Mismatch(Text, left, right);
        }

        bool fits = !right.IsBatched && right.Shape.Rank == 2 && left.Shape.Columns == right.Shape[TransposeRight ? 1 : 0];
        return fits ? left with { Shape = left.Shape.WithColumns(right.Shape[TransposeRight ? 0 : 1]) } : throw Mismatch(Text, left, right);
    }

    public override long MultiplyAdds(IReadOnlyList<Value> operands, TensorType result) =>
        operands[0].Type.IsBatched ? operands[0].Type.Size * (TransposeLeft ? operands[1].Type.Shape.Columns : result.Shape.Columns) : 0;
}
