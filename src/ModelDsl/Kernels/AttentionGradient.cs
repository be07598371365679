namespace ModelDsl.Kernels;

/// <summary>The gradients of an attention's operands; a part is a key head of an example. What <paramref name="call"/> has as results is their gradient.</summary>
internal readonly unsafe struct AttentionGradientJob<T>(in AttentionCall<T> call, AttentionRows<T> gradients, nint parts) : IJob
    where T : unmanaged
{
    private readonly AttentionCall<T> call = call;

    public void Run(int part)
    {
        Simd.Run<T, Work>(new Work(in call, gradients, call.Part(part), call.Part(Workers.Following(part, parts))));
    }

    private readonly struct Work(in AttentionCall<T> call, AttentionRows<T> gradients, AttentionPart part, AttentionPart next) : ISimdWork<T>
    {
        private readonly AttentionCall<T> call = call;

        public void Run<V>()
            where V : struct, ISimd<V, T> => new AttentionGradient<T, V>(in call, in gradients, in part, in next).Run();
    }
}

/// <summary>The gradients of the query heads that share a key head, and of its keys and values.</summary>
internal readonly unsafe ref struct AttentionGradient<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    private readonly ref readonly AttentionCall<T> call;
    private readonly AttentionRows<T> gradients;
    private readonly AttentionPart part;
    private readonly AttentionPart next;
    private readonly nint queryCount;
    private readonly nint keyCount;
    private readonly Matrix<T> keys;
    private readonly Matrix<T> values;
    private readonly Matrix<T> scores;
    private readonly Matrix<T> weightGradients;

    internal AttentionGradient(ref readonly AttentionCall<T> call, in AttentionRows<T> gradients, in AttentionPart part, in AttentionPart next)
    {
        this.call = ref call;
        this.gradients = gradients;
        this.part = part;
        this.next = next;
        (queryCount, keyCount) = (call.Queries(part.Example), call.Keys(part.Example));
        AttentionShape shape = call.Shape;
        AttentionRows<T> rows = call.Rows;
        keys = AttentionMemory<T, V>.Rows(Scratch.AttentionKeys, rows.Key(shape, part), rows.KeyStride, keyCount, shape.Keys, shape.Size);
        values = AttentionMemory<T, V>.Rows(Scratch.AttentionValues, rows.Value(shape, part), rows.KeyStride, keyCount, shape.Keys, shape.Size);
        scores = AttentionMemory<T, V>.Scores(Scratch.AttentionScores, shape.Keys, AttentionBlock.GradientRows);
        weightGradients = AttentionMemory<T, V>.Scores(Scratch.AttentionGradients, shape.Keys, AttentionBlock.GradientRows);
    }

    internal void Run()
    {
        AttentionShape shape = call.Shape;
        nint blocks = AttentionBlock.Count(queryCount, AttentionBlock.GradientRows), seen = AttentionBlock.Of(blocks - 1, blocks, queryCount, keyCount, shape.IsCausal).End;
        for (nint index = 0; index < shape.Group; index++)
        {
            AttentionHead head = call.Head(part, index), following = call.Following(part, index, next);

            // The last block sees every key that any does, so it comes first and overwrites what the others add to.
            for (nint i = blocks - 1; i >= 0; i--)
            {
                Block(in head, in following, AttentionBlock.Of(i, blocks, queryCount, keyCount, shape.IsCausal), add: index > 0 || i < blocks - 1);
            }

            AttentionMemory<T, V>.Clear(gradients.Query(shape, head, queryCount), gradients.QueryStride, shape.Queries - queryCount, shape.Size);
        }

        nint stride = gradients.KeyStride, unseen = shape.Keys - seen;
        AttentionMemory<T, V>.Clear(gradients.Key(shape, part) + (seen * stride), stride, unseen, shape.Size);
        AttentionMemory<T, V>.Clear(gradients.Value(shape, part) + (seen * stride), stride, unseen, shape.Size);
    }

    private void Block(in AttentionHead head, in AttentionHead following, AttentionBlock block, bool add)
    {
        const int most = AttentionBlock.GradientRows;
        AttentionShape shape = call.Shape;
        int size = shape.Size;
        nint queryStride = call.Rows.QueryStride, width = shape.Width;
        T* query = call.Rows.Query(shape, head, block.Row), result = call.Output(head, block.Row);
        T* panels = AttentionMemory<T, V>.Panels(Scratch.AttentionQueries, query, queryStride, block.Rows, most, size);
        AttentionProducts<T, V>.Scores(in block, keys, panels, size, scores, OfQueries(in block, call.Output(following, 0), width));
        panels = AttentionMemory<T, V>.Panels(Scratch.AttentionQueries, result, width, block.Rows, most, size);
        AttentionProducts<T, V>.Scores(in block, values, panels, size, weightGradients, OfQueries(in block, call.Rows.Query(shape, following, 0), queryStride));
        T* kept = AttentionDropout<T, V>.Factors(in call, in head, in block, scores, most);
        AttentionSoftmaxGradient<T, V>.Run(in call, in head, in block, scores, weightGradients, kept);
        Matrix<T> queries = AttentionMemory<T, V>.Rows(Scratch.AttentionQueryRows, query, queryStride, block.Rows, most, size);
        Matrix<T> results = AttentionMemory<T, V>.Rows(Scratch.AttentionResultRows, result, width, block.Rows, most, size);
        AttentionAhead<T> ahead = new(gradients.Query(shape, following, 0), FetchesEarly ? null : call.Rows.Query(shape, following, 0), gradients.QueryStride);
        AttentionProducts<T, V>.Combine(in block, weightGradients, keys, size, gradients.Query(shape, head, block.Row), gradients.QueryStride, in ahead);
        ahead = OfKeys(in block, gradients.Key(shape, next), call.Rows.Key(shape, next));
        AttentionProducts<T, V>.Distribute(in block, weightGradients, queries, size, gradients.Key(shape, part), gradients.KeyStride, add, in ahead);
        ahead = OfKeys(in block, gradients.Value(shape, next), call.Rows.Value(shape, next));
        AttentionProducts<T, V>.Distribute(in block, scores, results, size, gradients.Value(shape, part), gradients.KeyStride, add, in ahead);
    }

    /// <summary>Rows that go with the queries, where as many are fetched with the keys.</summary>
    private AttentionAhead<T> OfQueries(in AttentionBlock block, T* first, nint stride) =>
        FetchesEarly && SeesAll(in block) ? new(first, null, stride) : default;

    /// <summary>Whether there are no more keys than queries: else rows that are fetched one with each key would lie behind those of the head.</summary>
    private bool FetchesEarly => call.Shape.Keys <= call.Shape.Queries;

    private AttentionAhead<T> OfKeys(in AttentionBlock block, T* gradient, T* operand) =>
        SeesAll(in block) ? new(gradient, operand, gradients.KeyStride) : default;

    /// <summary>Whether it is the block that sees every key that any does: what goes with the keys is fetched with it, once.</summary>
    private bool SeesAll(in AttentionBlock block) => block.Row + block.Rows == queryCount;
}
