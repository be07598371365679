namespace ModelDsl.Kernels;

/// <summary>The results of an attention; each key head of an example is cut into <paramref name="chunks"/> parts of blocks of rows.</summary>
internal readonly struct AttentionForwardJob<T>(in AttentionCall<T> call, nint chunks) : IJob
    where T : unmanaged
{
    private readonly AttentionCall<T> call = call;

    public void Run(int part) => Simd.Run<T, Work>(new Work(in call, part, chunks));

    private readonly struct Work(in AttentionCall<T> call, nint part, nint chunks) : ISimdWork<T>
    {
        private readonly AttentionCall<T> call = call;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            nint head = part / chunks;
            AttentionPart shared = new(head / call.Shape.KeyHeads, head % call.Shape.KeyHeads);
            if (call.Shape.Queries == 1)
            {
                AttentionStep<T, V>.Run(in call, in shared);
            }
            else
            {
                AttentionForward<T, V>.Run(in call, in shared, part % chunks, chunks);
            }
        }
    }
}

/// <summary>The results of the query heads that share a key head.</summary>
internal static unsafe class AttentionForward<T, V>
    where T : unmanaged
    where V : struct, ISimd<V, T>
{
    /// <summary>Chunk <paramref name="chunk"/> of the blocks of rows.</summary>
    internal static void Run(in AttentionCall<T> call, in AttentionPart part, nint chunk, nint chunks)
    {
        AttentionShape shape = call.Shape;
        nint queries = call.Queries(part.Example), keys = call.Keys(part.Example), blocks = AttentionBlock.Count(queries);
        nint first = chunk * blocks / chunks, last = (chunk + 1) * blocks / chunks;
        if (first < last)
        {
            nint seen = AttentionBlock.Of(last - 1, queries, keys, shape.IsCausal).End;
            T* panels = AttentionProducts<T, V>.Panels(Scratch.AttentionKeys, call.Rows.Key(shape, part), call.Rows.KeyStride, seen, shape.Keys, shape.Size);
            Matrix<T> values = AttentionProducts<T, V>.Rows(Scratch.AttentionValues, call.Rows.Value(shape, part), call.Rows.KeyStride, seen, shape.Keys, shape.Size);
            for (nint index = 0; index < shape.Group; index++)
            {
                AttentionHead head = call.Head(part, index);
                for (nint i = first; i < last; i++)
                {
                    Block(in call, in head, AttentionBlock.Of(i, queries, keys, shape.IsCausal), panels, values);
                }
            }
        }

        if (chunk == chunks - 1)
        {
            Clear(in call, in part, queries);
        }
    }

    private static void Block(in AttentionCall<T> call, in AttentionHead head, AttentionBlock block, T* panels, Matrix<T> values)
    {
        int size = call.Shape.Size;
        nint width = call.Shape.Width;
        Matrix<T> scores = AttentionProducts<T, V>.Block(Scratch.AttentionScores, call.Shape.Keys);
        T* maxima = Scratch.Rent<T>(Scratch.AttentionSums, 2 * AttentionBlock.MaxRows), sums = maxima + AttentionBlock.MaxRows;
        Matrix<T> queries = new(new Address<T>(call.Rows.Query(call.Shape, head, block.Row)), call.Rows.QueryStride, transposed: false);
        queries = LeftBlock.Of(queries, block.Rows, size, Partition.Count(block.End, 2 * V.Count));
        AttentionProducts<T, V>.Scores(in block, queries, panels, size, scores);
        AttentionSoftmax<T, V>.Exponentials(in call, in head, in block, scores, maxima, sums);
        T* output = call.Output(head, block.Row);
        AttentionProducts<T, V>.Combine(in block, scores, values, size, output, width);
        AttentionSoftmax<T, V>.Normalize(output, width, block.Rows, size, sums, call.Shape.Dropout);
        if (call.HasNormalizers)
        {
            AttentionSoftmax<T, V>.LogSums(maxima, sums, call.Normalizers(head, block.Row), block.Rows);
        }
    }

    /// <summary>Zeros for the queries that do not count.</summary>
    private static void Clear(in AttentionCall<T> call, in AttentionPart part, nint row)
    {
        nint rows = call.Shape.Queries - row;
        for (nint index = 0; index < call.Shape.Group && rows > 0; index++)
        {
            AttentionHead head = call.Head(part, index);
            AttentionProducts<T, V>.Clear(call.Output(head, row), call.Shape.Width, rows, call.Shape.Size);
            if (call.HasNormalizers)
            {
                new Span<T>(call.Normalizers(head, row), (int)rows).Clear();
            }
        }
    }
}
