namespace ModelDsl.Kernels;

/// <summary>The gradients of an attention's operands; a part is a key head of an example.</summary>
internal readonly unsafe struct AttentionGradientJob<T>(in AttentionCall<T> call, Address<T> outputGradient, AttentionRows<T> gradients) : IJob
    where T : unmanaged
{
    private readonly AttentionCall<T> call = call;

    public void Run(int part)
    {
        AttentionPart shared = new(part / call.Shape.KeyHeads, part % call.Shape.KeyHeads);
        Simd.Run<T, Work>(new Work(in call, outputGradient, gradients, shared));
    }

    private readonly struct Work(in AttentionCall<T> call, Address<T> outputGradient, AttentionRows<T> gradients, AttentionPart part) : ISimdWork<T>
    {
        private readonly AttentionCall<T> call = call;

        public void Run<V>()
            where V : struct, ISimd<V, T> => new AttentionGradient<T, V>(in call, outputGradient.Pointer, in gradients, in part).Run();
    }
}

/// <summary>The gradients of the query heads that share a key head, and of its keys and values.</summary>
internal readonly unsafe ref struct AttentionGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private readonly ref readonly AttentionCall<T> call;
    private readonly T* outputGradient;
    private readonly AttentionRows<T> gradients;
    private readonly AttentionPart part;
    private readonly nint queryCount;
    private readonly nint keyCount;
    private readonly T* keyPanels;
    private readonly T* valuePanels;
    private readonly Matrix<T> keyRows;
    private readonly Matrix<T> scores;
    private readonly Matrix<T> weightGradients;

    internal AttentionGradient(ref readonly AttentionCall<T> call, T* outputGradient, in AttentionRows<T> gradients, in AttentionPart part)
    {
        this.call = ref call;
        this.outputGradient = outputGradient;
        this.gradients = gradients;
        this.part = part;
        (queryCount, keyCount) = (call.Queries(part.Example), call.Keys(part.Example));
        AttentionShape shape = call.Shape;
        AttentionRows<T> rows = call.Rows;
        T* keys = rows.Key(shape, part), values = rows.Value(shape, part);
        keyPanels = AttentionProducts<T, V>.Panels(Scratch.AttentionKeys, keys, rows.KeyStride, keyCount, shape.Keys, shape.Size);
        valuePanels = AttentionProducts<T, V>.Panels(Scratch.AttentionValues, values, rows.KeyStride, keyCount, shape.Keys, shape.Size);
        keyRows = AttentionProducts<T, V>.Rows(Scratch.AttentionKeyRows, keys, rows.KeyStride, keyCount, shape.Keys, shape.Size);
        scores = AttentionProducts<T, V>.Block(Scratch.AttentionScores, shape.Keys);
        weightGradients = AttentionProducts<T, V>.Block(Scratch.AttentionGradients, shape.Keys);
    }

    internal void Run()
    {
        AttentionShape shape = call.Shape;
        nint blocks = AttentionBlock.Count(queryCount), seen = AttentionBlock.Of(blocks - 1, queryCount, keyCount, shape.IsCausal).End;
        for (nint index = 0; index < shape.Group; index++)
        {
            AttentionHead head = call.Head(part, index);

            // The last block sees every key that any does, so it comes first and overwrites what the others add to.
            for (nint i = blocks - 1; i >= 0; i--)
            {
                Block(in head, AttentionBlock.Of(i, queryCount, keyCount, shape.IsCausal), add: index > 0 || i < blocks - 1);
            }

            AttentionProducts<T, V>.Clear(gradients.Query(shape, head, queryCount), gradients.QueryStride, shape.Queries - queryCount, shape.Size);
        }

        nint stride = gradients.KeyStride, unseen = shape.Keys - seen;
        AttentionProducts<T, V>.Clear(gradients.Key(shape, part) + (seen * stride), stride, unseen, shape.Size);
        AttentionProducts<T, V>.Clear(gradients.Value(shape, part) + (seen * stride), stride, unseen, shape.Size);
    }

    private void Block(in AttentionHead head, AttentionBlock block, bool add)
    {
        AttentionShape shape = call.Shape;
        int size = shape.Size;
        Matrix<T> queries = AttentionProducts<T, V>.Rows(
            Scratch.AttentionQueryRows, call.Rows.Query(shape, head, block.Row), call.Rows.QueryStride, block.Rows, AttentionBlock.MaxRows, size);
        Matrix<T> results = AttentionProducts<T, V>.Rows(
            Scratch.AttentionResultRows, call.Output(outputGradient, head, block.Row), shape.Width, block.Rows, AttentionBlock.MaxRows, size);
        AttentionProducts<T, V>.Scores(in block, queries, keyPanels, size, scores);
        AttentionProducts<T, V>.Scores(in block, results, valuePanels, size, weightGradients);
        AttentionSoftmaxGradient<T, V>.Run(in call, in head, in block, scores, weightGradients, results);
        AttentionProducts<T, V>.Combine(in block, weightGradients, keyRows, size, gradients.Query(shape, head, block.Row), gradients.QueryStride);
        AttentionProducts<T, V>.Distribute(in block, weightGradients, queries, size, gradients.Key(shape, part), gradients.KeyStride, add);
        AttentionProducts<T, V>.Distribute(in block, scores, results, size, gradients.Value(shape, part), gradients.KeyStride, add);
    }
}
