using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class AttentionThreadsTests
{
    [Theory]
    [InlineData(5, 70, 3)]
    [InlineData(1, 300, 1)]
    public void The_number_of_threads_does_not_change_a_bit(int batch, int rows, int keyHeads)
    {
        AttentionCase attention = new(batch, rows, rows, 6, keyHeads, 33, IsCausal: true, IsSelf: true, HasLinearBias: true, Dropout: 0.2);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            AttentionResults expected = AttentionResults.Run<float>(attention);
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                AttentionResults actual = AttentionResults.Run<float>(attention);
                Assert.Equal(expected.Output, actual.Output);
                Assert.Equal(expected.Normalizers, actual.Normalizers);
                Assert.Equal(expected.Gradient, actual.Gradient);
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    [Fact]
    public void Attention_allocates_nothing_once_it_has_run_whatever_the_lengths()
    {
        AttentionCase attention = new(2, 100, 100, 4, 2, 40, IsCausal: true, IsSelf: true, Dropout: 0.1);
        AttentionShape step = new(1, 100, 4, 2, 40, false, false, false, 0);
        using PinnedBuffer<float> source = new(attention.Length), gradient = new(attention.Length), output = new(attention.OutputLength);
        using PinnedBuffer<float> normalizers = new(2 * 4 * 100), lengths = new(2);
        AttentionRows<float> rows = attention.Rows(source.Address);
        int before = Parallelism.Threads;
        try
        {
            // Helpers join when they can, and each has memory of its own; the caller's is what a single thread shows.
            Parallelism.Threads = 1;
            Work(10);
            Assert.Equal(0, Allocated.OnThisThread(3, () => Work(100)));
        }
        finally
        {
            Parallelism.Threads = before;
        }

        void Work(float length)
        {
            lengths.Span.Fill(length);
            Attention.Forward(rows, output.Address, normalizers.Address, lengths.Address, 2, attention.Shape, AttentionCase.Key);
            Attention.Gradient(rows, normalizers.Address, lengths.Address, output.Address, attention.Rows(gradient.Address), 2, attention.Shape, AttentionCase.Key);
            Attention.Forward(rows, output.Address, default, lengths.Address, 2, step, AttentionCase.Key);
        }
    }
}
