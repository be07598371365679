using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A case's operands in memory, with results that are not a number until they are written, and a guard behind each.</summary>
internal sealed class ConvolutionOperands<T> : IDisposable
    where T : unmanaged
{
    private const double Guard = 12345;

    private readonly ConvolutionCase convolution;
    private readonly PinnedBuffer<T> input;
    private readonly PinnedBuffer<T> weight;
    private readonly PinnedBuffer<T> gradient;
    private readonly PinnedBuffer<T> output;
    private readonly PinnedBuffer<T> inputGradient;
    private readonly PinnedBuffer<T> weightGradient;

    internal ConvolutionOperands(ConvolutionCase convolution)
    {
        this.convolution = convolution;
        input = Filled(convolution.InputLength, ConvolutionCase.Input);
        weight = Filled(convolution.WeightLength, ConvolutionCase.Weight);
        gradient = Filled(convolution.OutputLength, ConvolutionCase.Gradient);
        output = Filled(convolution.OutputLength, _ => double.NaN);
        inputGradient = Filled(convolution.InputLength, _ => double.NaN);
        weightGradient = Filled(convolution.WeightLength, _ => double.NaN);
    }

    internal T[] Output => Result(output);

    internal T[] InputGradient => Result(inputGradient);

    internal T[] WeightGradient => Result(weightGradient);

    /// <summary>Results and input gradients with weights packed before. Where panels are read, the weights themselves hold anything by then.</summary>
    internal void RunPacked(bool isForgotten)
    {
        ConvolutionShape shape = convolution.Shape;
        int taps = shape is { KernelHeight: 3, KernelWidth: 3 } ? 16 : shape.KernelHeight * shape.KernelWidth;
        using PackedRoom<T> filters = new(taps * shape.InputChannels, shape.Filters / shape.Groups);
        using PackedRoom<T> channels = new(taps * shape.Filters, shape.InputChannels / shape.Groups);
        Weights<T> forward = new(weight.Address, filters.Address), backward = new(weight.Address, channels.Address);
        Convolution.Pack(forward, shape, gradient: false);
        Convolution.Pack(backward, shape, gradient: true);
        if (isForgotten)
        {
            weight.Span[..^1].Fill(VectorFunctions.From<T>(double.NaN));
        }

        Convolution.Forward(input.Address, forward, output.Address, convolution.Batch, shape);
        Convolution.InputGradient(gradient.Address, backward, inputGradient.Address, convolution.Batch, shape);
    }

    /// <summary>All three operations; those with an epilogue get 2 · value + row + column / 8, which shows a second visit and a wrong place.</summary>
    internal void Run(bool epilogue = true)
    {
        ConvolutionShape shape = convolution.Shape;
        int batch = convolution.Batch;
        if (epilogue)
        {
            Convolution.Forward(input.Address, weight.Address, output.Address, batch, shape, new TwiceAndPlace<T>(output.Address));
            Convolution.InputGradient(gradient.Address, weight.Address, inputGradient.Address, batch, shape, new TwiceAndPlace<T>(inputGradient.Address));
        }
        else
        {
            Convolution.Forward(input.Address, weight.Address, output.Address, batch, shape);
            Convolution.InputGradient(gradient.Address, weight.Address, inputGradient.Address, batch, shape);
        }

        Convolution.WeightGradient(input.Address, gradient.Address, weightGradient.Address, batch, shape);
    }

    public void Dispose()
    {
        input.Dispose();
        weight.Dispose();
        gradient.Dispose();
        output.Dispose();
        inputGradient.Dispose();
        weightGradient.Dispose();
    }

    private static PinnedBuffer<T> Filled(int length, Func<int, double> value)
    {
        PinnedBuffer<T> buffer = new(length + 1);
        for (int i = 0; i < length; i++)
        {
            buffer.Span[i] = VectorFunctions.From<T>(value(i));
        }

        buffer.Span[^1] = VectorFunctions.From<T>(Guard);
        return buffer;
    }

    private static T[] Result(PinnedBuffer<T> buffer)
    {
        Assert.Equal(Guard, VectorFunctions.To(buffer.Span[^1]));
        return buffer.Span[..^1].ToArray();
    }
}
