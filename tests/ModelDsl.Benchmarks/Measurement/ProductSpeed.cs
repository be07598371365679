using ModelDsl.Kernels;

namespace ModelDsl.Benchmarks.Measurement;

/// <summary>The speed of the library's matrix product.</summary>
internal static class ProductSpeed
{
    /// <summary>The speed in GFLOP/s.</summary>
    public static double Measure(ProductShape shape, double seconds)
    {
        Random random = new(1);
        AlignedMemory<float> left = Filled(shape.Rows * shape.Inner), right = Filled(shape.Inner * shape.Columns), result = Filled(shape.Rows * shape.Columns);
        Matrix<float> a = new(left.Address, shape.LeftTransposed ? shape.Rows : shape.Inner, shape.LeftTransposed);
        Matrix<float> b = new(right.Address, shape.RightTransposed ? shape.Inner : shape.Columns, shape.RightTransposed);
        double microseconds = Clock.Median(seconds, () => MatMul.Multiply(a, b, result.Address, shape.Rows, shape.Inner, shape.Columns, accumulate: false));
        GC.KeepAlive(left);
        GC.KeepAlive(right);
        GC.KeepAlive(result);
        return shape.Operations / microseconds / 1e3;

        AlignedMemory<float> Filled(int length)
        {
            AlignedMemory<float> memory = new(length);
            foreach (ref float value in memory.Span)
            {
                value = random.NextSingle() - 0.5f;
            }

            return memory;
        }
    }
}
