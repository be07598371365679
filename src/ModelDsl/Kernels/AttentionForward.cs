namespace ModelDsl.Kernels;

/// <summary>The results of an attention; each of <paramref name="heads"/> key heads of all examples is cut into <paramref name="chunks"/> parts of blocks of rows.</summary>
internal readonly struct AttentionForwardJob<T>(in AttentionCall<T> call, nint chunks, nint heads) : IJob
    where T : unmanaged
{
    private readonly AttentionCall<T> call = call;

    public void Run(int part) => Simd.Run<T, Work>(new Work(in call, part, chunks, heads));

    private readonly struct Work(in AttentionCall<T> call, nint part, nint chunks, nint heads) : ISimdWork<T>
    {
        private readonly AttentionCall<T> call = call;

        public void Run<V>()
            where V : struct, ISimd<V, T>
        {
            nint head = part / chunks;
            AttentionPart shared = call.Part(head), next = call.Part(Workers.Following(part, heads * chunks) / chunks);
            if (call.Shape.Queries == 1)
            {
                AttentionStep<T, V>.Run(in call, in shared);
            }
            else
            {
                AttentionForward<T, V>.Run(in call, in shared, in next, part % chunks, chunks);
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
    internal static void Run(in AttentionCall<T> call, in AttentionPart part, in AttentionPart next, nint chunk, nint chunks)
    {
        AttentionShape shape = call.Shape;
        nint queries = call.Queries(part.Example), keys = call.Keys(part.Example), blocks = AttentionBlock.Count(queries, AttentionBlock.ForwardRows);
        nint first = chunk * blocks / chunks, last = (chunk + 1) * blocks / chunks;
        if (first < last)
        {
            nint seen = AttentionBlock.Of(last - 1, blocks, queries, keys, shape.IsCausal).End;
            Matrix<T> own = AttentionMemory<T, V>.Rows(Scratch.AttentionKeys, call.Rows.Key(shape, part), call.Rows.KeyStride, seen, shape.Keys, shape.Size);
            Matrix<T> values = AttentionMemory<T, V>.Rows(Scratch.AttentionValues, call.Rows.Value(shape, part), call.Rows.KeyStride, seen, shape.Keys, shape.Size);
            for (nint index = 0; index < shape.Group; index++)
            {
                AttentionHead head = call.Head(part, index), following = call.Following(part, index, next);
                AttentionAhead<T> ofQueries = new(call.Rows.Query(shape, following, 0), null, call.Rows.QueryStride);
                for (nint i = first; i < last; i++)
                {
                    // Among the blocks the last sees the most keys.
                    AttentionAhead<T> ofKeys = i < last - 1 ? default : new(call.Rows.Key(shape, next), call.Rows.Value(shape, next), call.Rows.KeyStride);
                    Block(in call, in head, AttentionBlock.Of(i, blocks, queries, keys, shape.IsCausal), own, values, in ofKeys, in ofQueries);
                }
            }
        }

        if (chunk == chunks - 1)
        {
            Clear(in call, in part, queries);
        }
    }

    private static void Block(
        in AttentionCall<T> call,
        in AttentionHead head,
        AttentionBlock block,
        Matrix<T> keys,
        Matrix<T> values,
        in AttentionAhead<T> ofKeys,
        in AttentionAhead<T> ofQueries)
    {
        const int most = AttentionBlock.ForwardRows;
        int size = call.Shape.Size;
        nint width = call.Shape.Width;
        T* output = call.Output(head, block.Row), maxima = Scratch.Rent<T>(Scratch.AttentionSums, 2 * most), sums = maxima + most;
        Matrix<T> scores = AttentionMemory<T, V>.Scores(Scratch.AttentionScores, call.Shape.Keys, most);
        T* queries = AttentionMemory<T, V>.Panels(Scratch.AttentionQueries, call.Rows.Query(call.Shape, head, block.Row), call.Rows.QueryStride, block.Rows, most, size);
        AttentionProducts<T, V>.Scores(in block, keys, queries, size, scores, in ofKeys);
        T* kept = AttentionDropout<T, V>.Factors(in call, in head, in block, scores, most);
        AttentionSoftmax<T, V>.Exponentials(in call, in head, in block, scores, kept, maxima, sums);
        AttentionProducts<T, V>.Combine(in block, scores, values, size, output, width, in ofQueries);
        if (call.HasNormalizers)
        {
            AttentionSoftmax<T, V>.LogSums(maxima, sums, call.Normalizers(head, block.Row), block.Rows);
        }

        AttentionSoftmax<T, V>.Normalize(output, width, block.Rows, size, sums);
    }

    /// <summary>Zeros for the queries that do not count.</summary>
    private static void Clear(in AttentionCall<T> call, in AttentionPart part, nint row)
    {
        nint rows = call.Shape.Queries - row;
        for (nint index = 0; index < call.Shape.Group && rows > 0; index++)
        {
            AttentionHead head = call.Head(part, index);
            AttentionMemory<T, V>.Clear(call.Output(head, row), call.Shape.Width, rows, call.Shape.Size);
            if (call.HasNormalizers)
            {
                new Span<T>(call.Normalizers(head, row), (int)rows).Clear();
            }
        }
    }
}
