using System.Runtime.CompilerServices;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class ThreadInvarianceTests
{
    private const int RowCount = 700;
    private const int ColumnCount = 777;

    [Fact]
    public void Maps_reductions_and_row_functions_give_the_same_bits_for_any_number_of_threads()
    {
        using PinnedBuffer<float> source = new(RowCount * ColumnCount);
        Map.RunFlat<float, Noise>(new Noise(source.Address), source.Length, cost: 90);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[] expected = Results(source);
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, Results(source));
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    private static float[] Results(PinnedBuffer<float> source)
    {
        using PinnedBuffer<float> noise = new(source.Length);
        using PinnedBuffer<float> softmax = new(source.Length);
        using PinnedBuffer<float> sums = new((2 * RowCount) + ColumnCount + 1);
        Map.Run<float, Noise>(new Noise(noise.Address), RowCount, ColumnCount, cost: 90);
        Rows.SoftmaxAndLogSumExp(source.Address, softmax.Address, sums.Address, RowCount, ColumnCount);
        Reduce.Rows(new Element(source.Address), RowCount, ColumnCount, sums.Address + RowCount, cost: 1);
        Reduce.Columns(source.Address, RowCount, ColumnCount, sums.Address + (2 * RowCount));
        Reduce.Sum(source.Address, source.Length, sums.Address + (sums.Length - 1));
        return [.. noise.Span, .. softmax.Span, .. sums.Span];
    }

    private readonly struct Noise(Address<float> destination) : IMap<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, float> => V.Store(V.Uniform(new RandomKey(1, 2), index), destination + index, count);
    }

    private readonly struct Element(Address<float> source) : IRowTerm<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Value<V>(nint row, nint column, nint index, int count)
            where V : struct, ISimd<V, float> => V.Load(source + index, count);
    }
}
