using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class CTCThreadsTests
{
    [Fact]
    public void Losses_and_gradients_are_the_same_bits_for_any_number_of_threads()
    {
        CTCCase<float> batch = new(23, 40, 11, 9, 4, hasLengths: true, seed: 7);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            (float[] losses, float[] gradients) = batch.Run();
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                Assert.Equal(losses, batch.Run().Losses);
                Assert.Equal(gradients, batch.Run().Gradients);
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }
}
