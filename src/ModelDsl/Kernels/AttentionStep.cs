namespace ModelDsl.Kernels;

/// <summary>An attention of a single query, as a step of generation has it: reading keys and values is all the work, so nothing is packed.</summary>
internal static unsafe class AttentionStep<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>The results of the query heads that share a key head.</summary>
    internal static void Run(in AttentionCall<T> call, in AttentionPart part)
    {
        AttentionShape shape = call.Shape;
        nint count = call.Keys(part.Example);

        // A single query that sees no key after itself stands at the last of them.
        AttentionBlock block = new(shape.IsCausal ? count - 1 : 0, 1, count, shape.IsCausal);
        Matrix<T> row = AttentionProducts<T, V>.Block(Scratch.AttentionScores, shape.Keys);
        Matrix<T> keys = new(new Address<T>(call.Rows.Key(shape, part)), call.Rows.KeyStride, transposed: true);
        Matrix<T> values = new(new Address<T>(call.Rows.Value(shape, part)), call.Rows.KeyStride, transposed: false);
        T* maximum = Scratch.Rent<T>(Scratch.AttentionSums, 2 * AttentionBlock.MaxRows), sum = maximum + AttentionBlock.MaxRows;
        for (nint index = 0; index < shape.Group; index++)
        {
            AttentionHead head = call.Head(part, index);
            Address<T> output = new(call.Output(head, 0));
            Matrix<T> query = new(new Address<T>(call.Rows.Query(shape, head, 0)), call.Rows.QueryStride, transposed: false);
            Multiply(new Product<T>(query, keys, new Address<T>(row.Data), 1, shape.Size, block.End, accumulate: false));
            AttentionSoftmax<T, V>.Exponentials(in call, in head, in block, row, maximum, sum);
            Multiply(new Product<T>(row, values, output, 1, block.End, shape.Size, accumulate: false));
            AttentionSoftmax<T, V>.Normalize(output.Pointer, shape.Width, 1, shape.Size, sum, shape.Dropout);
            if (call.HasNormalizers)
            {
                AttentionSoftmax<T, V>.LogSums(maximum, sum, call.Normalizers(head, 0), 1);
            }
        }
    }

    private static void Multiply(in Product<T> product) => product.Multiply(product.Whole);
}
