using System.ComponentModel;

namespace ModelDsl.Kernels;

/// <summary>
/// Convolutions of images (example, height, width, channels) with an element-wise epilogue, and their gradients, as implicit matrix products: patches of
/// an image are read where they lie and never written out. How one is computed depends on its sizes alone, never on the number of threads, so
/// results are the same bits for any number of threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Convolution
{
    /// <summary>About how many floating-point operations an epilogue takes for an element.</summary>
    private const int EpilogueCost = 4;

    /// <summary>The convolution of each image with each filter.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">The images.</param>
    /// <param name="weight">The weights, (kernel height, kernel width, channels / groups, filters).</param>
    /// <param name="output">The results, (example, height, width, filters); they overlap no operand.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void Forward<T>(Address<T> input, Weights<T> weight, Address<T> output, nint batch, in ConvolutionShape shape)
        where T : unmanaged => Forward(input, weight, output, batch, in shape, default(NoMap<T>));

    /// <summary>The convolution of each image with each filter, and then the epilogue on each element of the results once, while it is in cache.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TEpilogue">The element-wise work that follows; its rows are pixels of the results, its columns filters.</typeparam>
    /// <param name="input">The images.</param>
    /// <param name="weight">The weights, (kernel height, kernel width, channels / groups, filters).</param>
    /// <param name="output">The results, (example, height, width, filters); they overlap no operand.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <param name="epilogue">The epilogue with the addresses of its operands.</param>
    public static void Forward<T, TEpilogue>(
        Address<T> input, Weights<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        (nint rows, nint inner) = Product(in shape, batch);
        if (rows > 0)
        {
            Matrix<T> left = new(input, inner, transposed: false), right = Right(weight, in shape, gradient: false);
            MatMul.Multiply(left, right, output, rows, inner, shape.Filters, accumulate: false, epilogue);
            return;
        }

        Run(input, weight, output, batch, in shape, gradient: false, epilogue);
    }

    /// <summary>The gradient of the images from that of the results: the transposed convolution.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputGradient">The gradient of the results, (example, height, width, filters).</param>
    /// <param name="weight">The weights, (kernel height, kernel width, channels / groups, filters).</param>
    /// <param name="inputGradient">The gradient of the images, which is overwritten; it overlaps no operand.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of the convolution.</param>
    public static void InputGradient<T>(Address<T> outputGradient, Weights<T> weight, Address<T> inputGradient, nint batch, in ConvolutionShape shape)
        where T : unmanaged => InputGradient(outputGradient, weight, inputGradient, batch, in shape, default(NoMap<T>));

    /// <summary>The gradient of the images from that of the results, and then the epilogue on each of its elements once, while it is in cache.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TEpilogue">The element-wise work that follows; its rows are pixels of the images, its columns channels.</typeparam>
    /// <param name="outputGradient">The gradient of the results, (example, height, width, filters).</param>
    /// <param name="weight">The weights, (kernel height, kernel width, channels / groups, filters).</param>
    /// <param name="inputGradient">The gradient of the images, which is overwritten; it overlaps no operand.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of the convolution.</param>
    /// <param name="epilogue">The epilogue with the addresses of its operands.</param>
    public static void InputGradient<T, TEpilogue>(
        Address<T> outputGradient, Weights<T> weight, Address<T> inputGradient, nint batch, in ConvolutionShape shape, TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        (nint rows, nint columns) = Product(in shape, batch);
        if (rows > 0)
        {
            Matrix<T> left = new(outputGradient, shape.Filters, transposed: false), right = Right(weight, in shape, gradient: true);
            if (shape.Pointwise)
            {
                MatMul.Multiply(left, right, inputGradient, rows, shape.Filters, columns, accumulate: false, epilogue);
                return;
            }

            // A row of the product is a whole image, a row of the epilogue one pixel.
            MatMul.Multiply(left, right, inputGradient, rows, shape.Filters, columns, accumulate: false);
            Map.Run<T, TEpilogue>(epilogue, rows * shape.InputHeight * shape.InputWidth, shape.InputChannels, EpilogueCost);
            return;
        }

        Run(outputGradient, weight, inputGradient, batch, in shape, gradient: true, epilogue);
    }

    /// <summary>The gradient of the weights.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">The images.</param>
    /// <param name="outputGradient">The gradient of the results, (example, height, width, filters).</param>
    /// <param name="weightGradient">The gradient of the weights, which is overwritten; it overlaps no operand.</param>
    /// <param name="batch">The number of examples.</param>
    /// <param name="shape">The sizes of one example.</param>
    public static void WeightGradient<T>(Address<T> input, Address<T> outputGradient, Address<T> weightGradient, nint batch, in ConvolutionShape shape)
        where T : unmanaged
    {
        ConvolutionWeightPlan<T> plan = new(input, outputGradient, weightGradient, batch, in shape);
        Partition.RunTiles(new ConvolutionWeightJob<T>(in plan), shape.Work * batch, plan.Parts);
        if (plan.Chunks > 1)
        {
            Partition.Run(new ConvolutionWeightTree<T>(in plan), plan.Size * plan.Chunks, 1, Partition.Count(plan.Size, ConvolutionWeightTree<T>.PartSize));
        }
    }

    /// <summary>Packs weights for all convolutions that they will be part of, to the place that they name.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="weight">The weights, (kernel height, kernel width, channels / groups, filters).</param>
    /// <param name="shape">The sizes of one example.</param>
    /// <param name="gradient">Whether they are for the gradient of the images instead of the results.</param>
    public static void Pack<T>(Weights<T> weight, in ConvolutionShape shape, bool gradient)
        where T : unmanaged
    {
        if (shape.Pointwise || shape.Global)
        {
            nint filters = shape.Filters, channels = (nint)shape.KernelHeight * shape.KernelWidth * shape.InputChannels;
            (nint inner, nint columns) = gradient ? (filters, channels) : (channels, filters);
            MatMul.Pack(Right(weight, in shape, gradient), inner, columns);
            return;
        }

        ConvolutionGeometry geometry = gradient ? ConvolutionGeometry.Gradient(in shape) : ConvolutionGeometry.Forward(in shape);
        if (Winograd.Fits(in shape))
        {
            Simd.Run<T, TransformWork<T>>(new TransformWork<T>(new WinogradWeights<T>(weight, in geometry, in shape, gradient, 0, geometry.OutputChannels)));
            return;
        }

        ConvolutionTaps taps = new(in geometry);
        new ConvolutionWeights<T>(weight, in geometry, in taps, in shape, gradient, results: 0).Pack();
    }

    /// <summary>The weights as the right operand of a convolution that is a plain product.</summary>
    private static Matrix<T> Right<T>(Weights<T> weight, in ConvolutionShape shape, bool gradient)
        where T : unmanaged => new(new Address<T>(weight.Data), shape.Filters, gradient, new Address<T>(weight.Packed));

    private readonly struct TransformWork<T>(WinogradWeights<T> weights) : ISimdWork<T>
        where T : unmanaged
    {
        private readonly WinogradWeights<T> weights = weights;

        public void Run<V>()
            where V : struct, ISimd<V, T> => weights.Transform<V>();
    }

    private static void Run<T, TEpilogue>(
        Address<T> source, Weights<T> weight, Address<T> output, nint batch, in ConvolutionShape shape, bool gradient, TEpilogue epilogue)
        where T : unmanaged
        where TEpilogue : struct, IMap<T>
    {
        if (Winograd.Fits(in shape))
        {
            WinogradPlan<T> tiles = new(source, weight, output, batch, in shape, gradient);
            Partition.RunTiles(new WinogradJob<T, TEpilogue>(in tiles, epilogue), shape.Work * batch, tiles.Parts);
            return;
        }

        ConvolutionPlan<T> plan = new(source, weight, output, batch, in shape, gradient);
        if (weight.Packed == null)
        {
            plan.Weights.Pack();
        }

        Partition.RunTiles(new ConvolutionJob<T, TEpilogue>(in plan, epilogue), shape.Work * batch, plan.Parts);
    }

    /// <summary>The rows and the length of the sums of a convolution that is a plain product; no rows if it is none.</summary>
    private static (nint Rows, nint Inner) Product(in ConvolutionShape shape, nint batch) =>
        shape.Pointwise ? (batch * shape.OutputHeight * shape.OutputWidth, shape.InputChannels)
        : shape.Global ? (batch, (nint)shape.InputHeight * shape.InputWidth * shape.InputChannels)
        : (0, 0);
}
