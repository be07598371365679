using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

[Collection(Alone.Name)]
public class AllocationTests
{
    [Fact]
    public void Pooling_copying_and_enlarging_allocate_nothing_once_they_have_run()
    {
        using PinnedBuffer<float> small = new(8 * 20 * 20 * 16);
        using PinnedBuffer<float> large = new(8 * 40 * 40 * 16);
        using PinnedBuffer<byte> index = new(small.Length);
        Assert.Equal(0, Allocated.OnThisThread(3, () =>
        {
            PoolShape shape = new(40, 40, 16, 20, 20, 2, 2, 2, 2, 0, 0);
            Pool.Max(large.Address, small.Address, index.Address, 8, shape);
            Pool.MaxGradient(small.Address, index.Address, large.Address, 8, shape);
            Pool.Average(large.Address, small.Address, 8, shape);
            Pool.AverageGradient(small.Address, large.Address, 8, shape);
            Layout.Copy(small.Address, large.Address, 8, 6400, 6400, new CopyShape(20, 20, 16, 1, 320, 16, 1, 0, 20, 1, 400, 0));
            Layout.Clear(large.Address, large.Length);
            Resample.Bilinear(small.Address, large.Address, 8, 20, 20, 16, 2, 2);
            Resample.BilinearGradient(large.Address, small.Address, 8, 20, 20, 16, 2, 2);
            Resample.Nearest(small.Address, large.Address, 8, 20, 20, 16, 2, 2);
            Resample.NearestGradient(large.Address, small.Address, 8, 20, 20, 16, 2, 2);
        }));
    }

    /// <summary>Helpers join when they can, and each has memory of its own; the caller's is what a single thread shows.</summary>
    [Theory]
    [InlineData(8, 8, 16, 32)]
    [InlineData(16, 16, 3, 16)]
    [InlineData(1, 28, 1, 32)]
    public void A_convolution_and_its_gradients_allocate_nothing_once_they_have_run(int batch, int size, int channels, int filters)
    {
        using ConvolutionOperands<float> operands = new(ConvolutionCase.Square(batch, size, channels, filters, kernel: 3, padding: 1));
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            Assert.Equal(0, Allocated.OnThisThread(3, () => operands.Run()));
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }
}
