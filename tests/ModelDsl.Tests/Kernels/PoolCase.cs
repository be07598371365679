using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A pooling with inputs that are few different numbers, so that a window has several maxima.</summary>
internal sealed record PoolCase(PoolShape Shape, int Batch, int Seed)
{
    internal int InputLength => Batch * Shape.InputHeight * Shape.InputWidth * Shape.Channels;

    internal int OutputLength => Batch * Shape.OutputHeight * Shape.OutputWidth * Shape.Channels;

    internal static PoolCase Create(int height, int width, int channels, int[] window, int[] stride, int[] padding, int batch, int seed)
    {
        int outputHeight = Math.Max(1, ((height + (2 * padding[0]) - window[0]) / stride[0]) + 1);
        int outputWidth = Math.Max(1, ((width + (2 * padding[1]) - window[1]) / stride[1]) + 1);
        return new(new(height, width, channels, outputHeight, outputWidth, window[0], window[1], stride[0], stride[1], padding[0], padding[1]), batch, seed);
    }

    internal T[] Input<T>()
        where T : unmanaged => Values<T>(InputLength, Seed);

    internal T[] OutputGradient<T>()
        where T : unmanaged => Values<T>(OutputLength, Seed + 1);

    private static T[] Values<T>(int length, int seed)
        where T : unmanaged
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => VectorFunctions.From<T>((random.Next(12) - 9) / 7.0))];
    }
}

/// <summary>What the kernels give for a case. Each buffer has an element beyond its end that must stay as it was.</summary>
internal sealed record PoolResults<T, TIndex>(T[] Max, TIndex[] Index, T[] MaxGradient, T[] Average, T[] AverageGradient)
    where T : unmanaged
    where TIndex : unmanaged
{
    internal static PoolResults<T, TIndex> Run(PoolCase pooling)
    {
        using PinnedBuffer<T> input = new(pooling.Input<T>()), outputGradient = new(pooling.OutputGradient<T>());
        using PinnedBuffer<T> max = Guarded(pooling.OutputLength), average = Guarded(pooling.OutputLength);
        using PinnedBuffer<T> maxGradient = Guarded(pooling.InputLength), averageGradient = Guarded(pooling.InputLength);
        using PinnedBuffer<TIndex> index = new(pooling.OutputLength + 1);
        Pool.Max(input.Address, max.Address, index.Address, pooling.Batch, pooling.Shape);
        Pool.MaxGradient(outputGradient.Address, index.Address, maxGradient.Address, pooling.Batch, pooling.Shape);
        Pool.Average(input.Address, average.Address, pooling.Batch, pooling.Shape);
        Pool.AverageGradient(outputGradient.Address, averageGradient.Address, pooling.Batch, pooling.Shape);
        Assert.Equal(default, index.Span[^1]);
        return new(Inside(max), index.Span[..^1].ToArray(), Inside(maxGradient), Inside(average), Inside(averageGradient));
    }

    private static PinnedBuffer<T> Guarded(int length)
    {
        PinnedBuffer<T> buffer = new(length + 1);
        buffer.Span.Fill(VectorFunctions.From<T>(-99));
        return buffer;
    }

    private static T[] Inside(PinnedBuffer<T> buffer)
    {
        Assert.Equal(-99, VectorFunctions.To(buffer.Span[^1]));
        return buffer.Span[..^1].ToArray();
    }
}

/// <summary>The plain loops: each window scatters its gradient to its inputs.</summary>
internal sealed class PoolReference
{
    internal PoolReference(PoolCase pooling, double[] input, double[] outputGradient)
    {
        PoolShape shape = pooling.Shape;
        Max = new double[pooling.OutputLength];
        Index = new int[pooling.OutputLength];
        Average = new double[pooling.OutputLength];
        MaxGradient = new double[pooling.InputLength];
        AverageGradient = new double[pooling.InputLength];
        for (int output = 0; output < pooling.OutputLength; output++)
        {
            int pixel = output / shape.Channels, row = pixel / shape.OutputWidth;
            int y = ((row % shape.OutputHeight) * shape.StrideHeight) - shape.PaddingTop, x = ((pixel % shape.OutputWidth) * shape.StrideWidth) - shape.PaddingLeft;
            (int Place, int Input)[] window = [.. Enumerable.Range(0, shape.WindowHeight * shape.WindowWidth)
                .Select(place => (place, Y: y + (place / shape.WindowWidth), X: x + (place % shape.WindowWidth)))
                .Where(p => p.Y >= 0 && p.Y < shape.InputHeight && p.X >= 0 && p.X < shape.InputWidth)
                .Select(p => (p.place, (((((row / shape.OutputHeight) * shape.InputHeight) + p.Y) * shape.InputWidth) + p.X) * shape.Channels + (output % shape.Channels)))];
            Max[output] = double.NegativeInfinity;
            if (window.Length > 0)
            {
                (int place, int first) = window.MaxBy(p => input[p.Input]);
                (Max[output], Index[output], Average[output]) = (input[first], place, window.Average(p => input[p.Input]));
                MaxGradient[first] += outputGradient[output];
                Array.ForEach(window, p => AverageGradient[p.Input] += outputGradient[output] / window.Length);
            }
            else
            {
                Index[output] = EmptyPlace(shape, y, x);
            }
        }
    }

    internal double[] Max { get; }

    internal int[] Index { get; }

    internal double[] Average { get; }

    internal double[] MaxGradient { get; }

    internal double[] AverageGradient { get; }

    /// <summary>A window without inputs has any place, of which none is looked up; the kernel gives where its inputs would begin.</summary>
    private static int EmptyPlace(PoolShape shape, int y, int x) =>
        (((Math.Max(0, y) - y) * shape.WindowWidth) + Math.Max(0, x) - x) & 0xff;
}
