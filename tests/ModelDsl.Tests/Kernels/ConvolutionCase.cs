using ModelDsl.Kernels;

namespace ModelDsl.Tests.Kernels;

/// <summary>A convolution of made-up values: its operands, and its results by plain loops in double precision.</summary>
internal sealed record ConvolutionCase(ConvolutionShape Shape, int Batch)
{
    internal int InputLength => Batch * Shape.InputHeight * Shape.InputWidth * Shape.InputChannels;

    internal int OutputLength => Batch * Shape.OutputHeight * Shape.OutputWidth * Shape.Filters;

    internal int WeightLength => Shape.KernelHeight * Shape.KernelWidth * (Shape.InputChannels / Shape.Groups) * Shape.Filters;

    /// <summary>A convolution with the padding given before and after, or with an output size that leaves pixels over.</summary>
    internal static ConvolutionCase Create(int batch, int[] image, int[] kernel, int[] stride, int[] dilation, int[] padding, int groups, int channels, int filters)
    {
        int height = Output(image[0], kernel[0], stride[0], dilation[0], padding[0]), width = Output(image[1], kernel[1], stride[1], dilation[1], padding[1]);
        return new ConvolutionCase(
            new ConvolutionShape(
                image[0], image[1], channels * groups, height, width, filters * groups, kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], padding[0], padding[1], groups),
            batch);
    }

    /// <summary>A square convolution of stride and dilation 1.</summary>
    internal static ConvolutionCase Square(int batch, int size, int channels, int filters, int kernel, int padding, int stride = 1) =>
        Create(batch, [size, size], [kernel, kernel], [stride, stride], [1, 1], [padding, padding], 1, channels, filters);

    internal static double Input(int i) => ((i * 31L % 61) / 64.0) - 0.5;

    internal static double Weight(int i) => ((i * 13L % 67) / 64.0) - 0.5;

    internal static double Gradient(int i) => ((i * 29L % 59) / 64.0) - 0.5;

    internal double[] ExpectedOutput()
    {
        double[] output = new double[OutputLength];
        Visit((input, weight, result) => output[result] += Input(input) * Weight(weight));
        return output;
    }

    internal double[] ExpectedInputGradient()
    {
        double[] gradient = new double[InputLength];
        Visit((input, weight, result) => gradient[input] += Gradient(result) * Weight(weight));
        return gradient;
    }

    internal double[] ExpectedWeightGradient()
    {
        double[] gradient = new double[WeightLength];
        Visit((input, weight, result) => gradient[weight] += Gradient(result) * Input(input));
        return gradient;
    }

    private static int Output(int size, int kernel, int stride, int dilation, int padding) =>
        Math.Max(1, ((size + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1);

    /// <summary>Every product that a convolution sums: the indices of its input, weight and result.</summary>
    private void Visit(Action<int, int, int> product)
    {
        ConvolutionShape s = Shape;
        int channels = s.InputChannels / s.Groups, filters = s.Filters / s.Groups;
        for (int place = 0; place < Batch * s.OutputHeight * s.OutputWidth; place++)
        {
            int example = place / (s.OutputHeight * s.OutputWidth), row = place / s.OutputWidth % s.OutputHeight, column = place % s.OutputWidth;
            for (int tap = 0; tap < s.KernelHeight * s.KernelWidth; tap++)
            {
                int y = (row * s.StrideHeight) + (tap / s.KernelWidth * s.DilationHeight) - s.PaddingTop;
                int x = (column * s.StrideWidth) + (tap % s.KernelWidth * s.DilationWidth) - s.PaddingLeft;
                if (y < 0 || y >= s.InputHeight || x < 0 || x >= s.InputWidth)
                {
                    continue;
                }

                for (int filter = 0; filter < s.Filters; filter++)
                {
                    for (int channel = 0; channel < channels; channel++)
                    {
                        int input = (((((example * s.InputHeight) + y) * s.InputWidth) + x) * s.InputChannels) + (filter / filters * channels) + channel;
                        product(input, (((tap * channels) + channel) * s.Filters) + filter, (place * s.Filters) + filter);
                    }
                }
            }
        }
    }
}
