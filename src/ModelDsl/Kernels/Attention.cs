using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// softmax(q·kᵀ / √size)·v of each head (Vaswani et al. 2017, equation 1), a block of rows at a time, so that no matrix of queries × keys is kept. Work is cut by
/// examples and key heads, with few of them by rows of queries too; how depends on sizes alone, so results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Attention
{
    /// <summary>The parts that are enough for a few threads to do about as much each.</summary>
    private const int EnoughParts = 8;

    /// <summary>The products of queries, keys and the width of a head that the gradient computes: scores, weights' gradients, and those of the three operands.</summary>
    private const int GradientProducts = 5;

    /// <summary>The results of an attention.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">The queries, keys and values.</param>
    /// <param name="output">The results, batch × queries × (heads·size).</param>
    /// <param name="normalizers">Receives the log-sum-exp of each row of scores, batch × heads × queries, for <see cref="Gradient"/>; <c>default</c> where nobody needs them.</param>
    /// <param name="lengths">
    /// How many keys of each example count, from 1 to all; <c>default</c> where all do. In self-attention as many queries count, and the others' results and normalizers are 0.
    /// </param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <param name="key">The key of the random numbers that drop weights: that of query t and key s of head h of example b is number ((b·heads + h)·queries + t)·keys + s.</param>
    public static void Forward<T>(
        AttentionRows<T> rows, Address<T> output, Address<T> normalizers, Address<T> lengths, nint batch, in AttentionShape shape, RandomKey key)
        where T : unmanaged
    {
        AttentionCall<T> call = new(rows, output, normalizers, lengths, in shape, key);
        nint heads = batch * shape.KeyHeads, chunks = nint.Min(AttentionBlock.Count(shape.Queries, AttentionBlock.ForwardRows), Partition.Count(EnoughParts, heads));
        AttentionForwardJob<T> job = new(in call, chunks, heads);
        nint work = 2 * batch * shape.Products;
        if (shape.Queries == 1)
        {
            Partition.Run(in job, work, 1, heads);
            return;
        }

        Partition.RunTiles(in job, work, heads * chunks);
    }

    /// <summary>
    /// The gradients of queries, keys and values. Weights are computed again from the normalizers (Dao et al. 2022, "FlashAttention", algorithm 4). What does not count
    /// gets 0, and the gradient of its results is not read.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="rows">The queries, keys and values.</param>
    /// <param name="normalizers">The normalizers that <see cref="Forward"/> gave.</param>
    /// <param name="lengths">How many keys of each example count, as there.</param>
    /// <param name="outputGradient">The gradient of the results, which lies as they do.</param>
    /// <param name="gradients">Receives the gradients; what lay there is overwritten.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <param name="key">The key of the random numbers, as there: the same weights are dropped.</param>
    public static void Gradient<T>(
        AttentionRows<T> rows,
        Address<T> normalizers,
        Address<T> lengths,
        Address<T> outputGradient,
        AttentionRows<T> gradients,
        nint batch,
        in AttentionShape shape,
        RandomKey key)
        where T : unmanaged
    {
        AttentionCall<T> call = new(rows, outputGradient, normalizers, lengths, in shape, key);
        nint parts = batch * shape.KeyHeads;
        AttentionGradientJob<T> job = new(in call, gradients, parts);
        Partition.RunTiles(in job, GradientProducts * batch * shape.Products, parts);
    }
}
