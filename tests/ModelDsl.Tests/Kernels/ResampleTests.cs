using CsCheck;
using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

public class ResampleTests
{
    private static readonly Gen<ResampleCase> Cases =
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 6], Gen.Int[1, 6], Gen.OneOf(Gen.Int[1, 5], Gen.Int[6, 40]), Gen.Int[1, 4], Gen.Int[1, 4])
            .Select((batch, height, width, channels, factorHeight, factorWidth) => new ResampleCase(batch, height, width, channels, factorHeight, factorWidth));

    [Fact]
    public void Enlargement_to_any_size_equals_the_plain_loop() => Cases.Sample(
        enlargement =>
        {
            Check<float>(enlargement, 1e-6);
            Check<double>(enlargement, 1e-14);
        },
        iter: 200,
        threads: 1);

    [Fact]
    public void Bilinear_interpolation_gives_the_values_of_PyTorch()
    {
        // torch.nn.functional.interpolate(torch.tensor([[[[1., 2.], [3., 5.]]]]), scale_factor=2, mode="bilinear", align_corners=False)
        using PinnedBuffer<double> source = new([1, 2, 3, 5]);
        using PinnedBuffer<double> destination = new(16);
        Resample.Bilinear(source.Address, destination.Address, 1, 2, 2, 1, 2, 2);
        Assert.Equal([1, 1.25, 1.75, 2, 1.5, 1.8125, 2.4375, 2.75, 2.5, 2.9375, 3.8125, 4.25, 3, 3.5, 4.5, 5], destination.Span.ToArray());
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_bit()
    {
        ResampleCase enlargement = new(5, 31, 33, 21, 2, 3);
        int before = Parallelism.Threads;
        try
        {
            Parallelism.Threads = 1;
            float[][] expected = enlargement.Run<float>();
            foreach (int threads in new[] { 2, 3, 4 })
            {
                Parallelism.Threads = threads;
                Assert.Equal(expected, enlargement.Run<float>());
            }
        }
        finally
        {
            Parallelism.Threads = before;
        }
    }

    private static void Check<T>(ResampleCase enlargement, double tolerance)
        where T : unmanaged
    {
        double[][] expected = enlargement.PlainLoops([.. enlargement.Small<T>().Select(VectorFunctions.To)], [.. enlargement.Large<T>().Select(VectorFunctions.To)]);
        T[][] actual = enlargement.Run<T>();
        for (int kind = 0; kind < expected.Length; kind++)
        {
            Assert.Equal(expected[kind].Length, actual[kind].Length);
            for (int i = 0; i < expected[kind].Length; i++)
            {
                Assert.Equal(expected[kind][i], VectorFunctions.To(actual[kind][i]), tolerance * (4 + Math.Abs(expected[kind][i])));
            }
        }
    }

    private sealed record ResampleCase(int Batch, int Height, int Width, int Channels, int FactorHeight, int FactorWidth)
    {
        private int SmallLength => Batch * Height * Width * Channels;

        private int LargeLength => SmallLength * FactorHeight * FactorWidth;

        internal T[] Small<T>()
            where T : unmanaged => Values<T>(SmallLength, 1);

        internal T[] Large<T>()
            where T : unmanaged => Values<T>(LargeLength, 2);

        /// <summary>Nearest, its gradient, bilinear, its gradient. An element beyond the end of each must stay as it was.</summary>
        internal T[][] Run<T>()
            where T : unmanaged
        {
            using PinnedBuffer<T> small = new(Small<T>()), large = new(Large<T>());
            return
            [
                Guarded<T>(LargeLength, result => Resample.Nearest(small.Address, result, Batch, Height, Width, Channels, FactorHeight, FactorWidth)),
                Guarded<T>(SmallLength, result => Resample.NearestGradient(large.Address, result, Batch, Height, Width, Channels, FactorHeight, FactorWidth)),
                Guarded<T>(LargeLength, result => Resample.Bilinear(small.Address, result, Batch, Height, Width, Channels, FactorHeight, FactorWidth)),
                Guarded<T>(SmallLength, result => Resample.BilinearGradient(large.Address, result, Batch, Height, Width, Channels, FactorHeight, FactorWidth)),
            ];
        }

        /// <summary>Each pixel of the large image takes from the small one and scatters its gradient there.</summary>
        internal double[][] PlainLoops(double[] small, double[] large)
        {
            double[] nearest = new double[LargeLength], nearestGradient = new double[SmallLength], bilinear = new double[LargeLength], bilinearGradient = new double[SmallLength];
            for (int i = 0; i < LargeLength; i++)
            {
                int channel = i % Channels, x = i / Channels % (Width * FactorWidth), row = i / Channels / (Width * FactorWidth);
                int y = row % (Height * FactorHeight), example = row / (Height * FactorHeight);
                int Place(int v, int u) => ((((example * Height) + v) * Width) + u) * Channels + channel;
                int own = Place(y / FactorHeight, x / FactorWidth);
                nearest[i] = small[own];
                nearestGradient[own] += large[i];
                foreach ((int v, double vertical) in Neighbours(y, Height, FactorHeight))
                {
                    foreach ((int u, double horizontal) in Neighbours(x, Width, FactorWidth))
                    {
                        bilinear[i] += vertical * horizontal * small[Place(v, u)];
                        bilinearGradient[Place(v, u)] += vertical * horizontal * large[i];
                    }
                }
            }

            return [nearest, nearestGradient, bilinear, bilinearGradient];
        }

        private static (int Pixel, double Weight)[] Neighbours(int place, int size, int factor)
        {
            double where = Math.Max(0, ((place + 0.5) / factor) - 0.5);
            int first = (int)Math.Floor(where + 1e-12);
            return [(first, 1 - (where - first)), (Math.Min(first + 1, size - 1), where - first)];
        }

        private static T[] Values<T>(int length, int seed)
            where T : unmanaged
        {
            Random random = new(seed);
            return [.. Enumerable.Range(0, length).Select(_ => VectorFunctions.From<T>(random.NextDouble() - 0.4))];
        }

        private static T[] Guarded<T>(int length, Action<Address<T>> run)
            where T : unmanaged
        {
            using PinnedBuffer<T> result = new(length + 1);
            result.Span.Fill(VectorFunctions.From<T>(-99));
            run(result.Address);
            Assert.Equal(-99, VectorFunctions.To(result.Span[^1]));
            return result.Span[..^1].ToArray();
        }
    }
}
