using System.Runtime.CompilerServices;

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
        Address<T> row = new(Scratch.Rent<T>(Scratch.AttentionScores, Partition.Count(shape.Keys, V.Count) * V.Count));
        Matrix<T> scores = new(row, shape.Keys, transposed: false);
        Matrix<T> keys = new(new Address<T>(call.Rows.Key(shape, part)), call.Rows.KeyStride, transposed: true);
        Matrix<T> values = new(new Address<T>(call.Rows.Value(shape, part)), call.Rows.KeyStride, transposed: false);
        T* maximum = Scratch.Rent<T>(Scratch.AttentionSums, 2 * V.Count), sum = maximum + V.Count;
        for (nint index = 0; index < shape.Group; index++)
        {
            AttentionHead head = call.Head(part, index);
            Address<T> output = new(call.Output(head, 0));
            Matrix<T> query = new(new Address<T>(call.Rows.Query(shape, head, 0)), call.Rows.QueryStride, transposed: false);
            Multiply(new Product<T>(query, keys, row, 1, shape.Size, count, accumulate: false));
            Exponentials(in call, in head, row, count, new Address<T>(maximum), new Address<T>(sum));
            Multiply(new Product<T>(scores, values, output, 1, count, shape.Size, accumulate: false));
            if (call.HasNormalizers)
            {
                AttentionSoftmax<T, V>.LogSums(maximum, sum, call.Normalizers(head, 0), 1);
            }

            AttentionSoftmax<T, V>.Normalize(output.Pointer, shape.Width, 1, shape.Size, sum);
        }
    }

    /// <summary>The scores of a query become e^(score − max), those dropped 0; <paramref name="maximum"/> and <paramref name="sum"/> get a vector each.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Exponentials(in AttentionCall<T> call, in AttentionHead head, Address<T> x, nint count, Address<T> maximum, Address<T> sum)
    {
        V scale = V.Constant(call.Shape.Scale), slope = V.Constant(-head.Slope), max = V.Constant(double.NegativeInfinity), total = V.Zero;

        // A single query that sees no key after itself stands at the last of them.
        nint query = call.Shape.IsCausal ? count - 1 : 0;
        for (nint column = 0; column < count; column += V.Count)
        {
            V score = V.FusedMultiplyAdd(V.Load(x + column), scale, AttentionLanes<T, V>.Distance(query, column) * slope);
            score = V.Select(AttentionLanes<T, V>.Before(column, count), score, V.Constant(double.NegativeInfinity));
            max = V.AtLeast(max, score);
            V.Store(score, x + column);
        }

        max = V.Splat(V.MaxLane(max));
        for (nint column = 0; column < count; column += V.Count)
        {
            V e = V.Exp(V.Load(x + column) - max);
            total += e;
            V.Store(e, x + column);
        }

        if (call.Shape.Dropout > 0)
        {
            Drop(in call, in head, x, count);
        }

        V.Store(max, maximum);
        V.Store(V.Splat(V.Sum(total)), sum);
    }

    /// <summary>0 in place of weights that are dropped, and the others divided by the probability to be kept.</summary>
    [MethodImpl(Simd.Loop)]
    private static void Drop(in AttentionCall<T> call, in AttentionHead head, Address<T> x, nint count)
    {
        nint counter = call.Counter(head, 0);
        for (nint column = 0; column < count; column += V.Count)
        {
            V.Store(V.Load(x + column) * AttentionDropout<T, V>.Factor(in call, counter + column), x + column);
        }
    }

    private static void Multiply(in Product<T> product) => product.Multiply(product.Whole);
}
