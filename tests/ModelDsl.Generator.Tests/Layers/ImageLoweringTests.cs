using ModelDsl.Generator.Differentiation;
using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Layers;

/// <summary>What convolutions, poolings and norms become in the graph.</summary>
public sealed class ImageLoweringTests
{
    private const int Same = 1;

    [Fact]
    public void A_convolution_is_followed_by_its_bias() => AssertLowered(
        """
        %0: [n, 5, 4, 2] = input
        %1: [3, 3, 1, 6] = parameter conv2D1.weight
        %2: [6] = parameter conv2D1.bias
        %3: [n, 3, 2, 6] = convolution 3×3 stride 2×2 padding 1, 0 groups 2 over (5, 4, 2) to (3, 2, 6) of %0, %1
        %4: [n, 3, 2, 6] = map $0 + $1 of %3, %2
        prediction = %4

        """,
        [Input(5, 4, 2), Layer("Conv2D", ("filters", 6), ("kernelSize", 3), ("Stride", 2), ("Groups", 2), ("Padding", Same))]);

    [Fact]
    public void A_convolution_along_time_is_one_of_an_image_of_height_1() => AssertLowered(
        """
        %0: [n, 9, 2] = input
        %1: [1, 3, 2, 4] = parameter conv1D1.weight
        %2: [n, 1, 9, 2] = reshape of %0
        %3: [n, 1, 7, 4] = convolution 1×3 over (1, 9, 2) to (1, 7, 4) of %2, %1
        %4: [n, 7, 4] = reshape of %3
        prediction = %4

        """,
        [Input(9, 2), Layer("Conv1D", ("filters", 4), ("kernelSize", 3), ("Bias", false))]);

    [Fact]
    public void A_transposed_convolution_is_the_gradient_of_the_one_back() => AssertLowered(
        """
        %0: [n, 4, 4, 6] = input
        %1: [3, 3, 2, 6] = parameter convTranspose2D1.weight
        %2: [n, 8, 8, 2] = input gradient of convolution 3×3 stride 2×2 padding 1, 1 over (8, 8, 2) to (4, 4, 6) of %0, %1
        prediction = %2

        """,
        [Input(4, 4, 6), Layer("ConvTranspose2D", ("filters", 2), ("kernelSize", 3), ("Stride", 2), ("PaddingSize", 1), ("OutputPadding", 1), ("Bias", false))]);

    [Fact]
    public void Batch_norm_in_inference_is_a_scale_and_a_shift() => AssertLowered(
        """
        %0: [n, 4, 4, 3] = input
        %1: [3] = parameter batchNorm1.weight
        %2: [3] = parameter batchNorm1.bias
        %3: [3] = parameter batchNorm1.running_mean
        %4: [3] = parameter batchNorm1.running_var
        %5: [3] = map 1 / sqrt($0 + 1E-05) of %4
        %6: [3] = map $0 * $1 of %1, %5
        %7: [3] = map $0 * $1 of %3, %6
        %8: [3] = map $0 - $1 of %2, %7
        %9: [n, 4, 4, 3] = map $0 * $1 + $2 of %0, %6, %8
        prediction = %9

        """,
        [Input(4, 4, 3), Layer("BatchNorm")]);

    [Fact]
    public void Batch_norm_in_training_tracks_the_mean_and_the_unbiased_variance()
    {
        TensorGraph graph = new();
        Lowering lowering = new(graph, isTraining: true);
        NetworkLayer layer = Assert.Single(Network(Input(4, 4, 3), Layer("BatchNorm")).Layers);
        lowering.Enter(layer);

        Value output = layer.Transform.Lower(layer.Spec, graph.Input(layer.Input), lowering);

        Assert.Equal("[n, 4, 4, 3]", output.Type.ToString());
        Assert.Equal(["batchNorm1.running_mean", "batchNorm1.running_var"], lowering.Measured.Keys.Select(parameter => parameter.Name));
        Assert.All(lowering.Measured.Values, value => Assert.Equal("[3]", value.Type.ToString()));
    }

    [Fact]
    public void Every_kind_of_layer_gives_the_shape_that_it_said_and_has_a_gradient()
    {
        (int[] Input, LayerSpec Layer)[] cases =
        [
            ([6, 6, 4], Layer("Conv2D", ("filters", 4), ("kernelSize", 3))),
            ([9, 4], Layer("Conv1D", ("filters", 4), ("kernelSize", 3))),
            ([6, 6, 4], Layer("DepthwiseConv2D", ("kernelSize", 3), ("Multiplier", 2))),
            ([6, 6, 4], Layer("SeparableConv2D", ("filters", 4), ("kernelSize", 3))),
            ([6, 6, 4], Layer("ConvTranspose2D", ("filters", 6), ("kernelSize", 4), ("Stride", 2), ("Groups", 2), ("Padding", Same))),
            ([6, 6, 4], Layer("MaxPool2D", ("size", 2), ("PaddingSize", 1))),
            ([6, 6, 4], Layer("AveragePool2D", ("height", 2), ("width", 3))),
            ([9, 4], Layer("MaxPool1D", ("size", 2))),
            ([9, 4], Layer("AveragePool1D", ("size", 2))),
            ([6, 6, 4], Layer("GlobalAveragePool")),
            ([9, 4], Layer("GlobalMaxPool")),
            ([2, 3, 4, 5], Layer("GlobalMaxPool")),
            ([6, 6, 4], Layer("BatchNorm", ("Scale", false))),
            ([7], Layer("BatchNorm")),
            ([6, 6, 4], Layer("LayerNorm")),
            ([7], Layer("LayerNorm", ("Offset", false))),
            ([9, 4], Layer("RMSNorm")),
            ([6, 6, 4], Layer("GroupNorm", ("groups", 2))),
            ([9, 4], Layer("GroupNorm", ("groups", 1))),
            ([9, 4], Layer("GroupNorm", ("groups", 4))),
            ([8], Layer("GroupNorm", ("groups", 2))),
            ([6, 6, 4], Layer("InstanceNorm", ("Scale", true), ("Offset", true))),
            ([6, 6, 4], Layer("SpatialDropout", ("rate", 0.5))),
            ([6, 6, 4], Layer("Upsample2D", ("height", 2), ("width", 3), ("Interpolation", 1))),
            ([6, 6, 4], Layer("ZeroPadding2D", ("top", 1), ("bottom", 2), ("left", 3), ("right", 0))),
            ([6, 6, 4], Layer("Reshape", ("shape", new EquatableArray<int>([-1, 8])))),
            ([6, 5, 4], Layer("Permute", ("axes", new EquatableArray<int>([3, 1, 2])))),
            ([6, 6, 4], Layer("PReLU")),
            ([6, 6, 4], Layer("PReLU", ("Shared", true))),
            ([6, 6, 4], Layer("Identity")),
        ];

        Assert.All(cases, example =>
        {
            Network network = Network(Input(example.Input), Dense(example.Input[^1], bias: false), example.Layer, Layer("MeanSquaredErrorLoss"));
            LoweredNetwork lowered = NetworkLowering.Lower(network, isTraining: true);
            Adjoints adjoints = ReverseMode.Differentiate(lowered.Graph, lowered.Loss!);

            Assert.Equal(TensorType.Batched(network.Output), lowered.Prediction.Type);
            Assert.Equal(TensorType.Batched(network.Output), NetworkLowering.Lower(network, isTraining: false).Prediction.Type);
            Assert.Equal(
                network.Parameters.Where(parameter => !parameter.Spec.IsBuffer).Select(parameter => parameter.Name).Order(),
                adjoints.Gradients.Keys.Select(parameter => parameter.Name).Order());
        });
    }

    [Fact]
    public void Windows_of_any_options_either_fit_or_are_reported()
    {
        Random random = new(1);
        int fitting = 0;
        for (int i = 0; i < 2000; i++)
        {
            List<Fault> faults = [];
            Network? network = NetworkInference.Infer(Model(Input(random.Next(1, 9), random.Next(1, 9), random.Next(1, 5)), RandomWindow(random)), faults);
            Assert.Equal(network is null, faults.Any(fault => !fault.IsAdvice));
            if (network is not null)
            {
                fitting++;
                LoweredNetwork lowered = NetworkLowering.Lower(network, isTraining: false);
                Assert.Equal(TensorType.Batched(network.Output), lowered.Prediction.Type);
                Assert.All(lowered.Graph.Values, value => AssertWindowsTouchTheMap(value.Operation));
            }
        }

        Assert.InRange(fitting, 500, 1500);
    }

    private static LayerSpec RandomWindow(Random random)
    {
        (string Name, object Value)[] options =
        [
            ("StrideHeight", random.Next(0, 3)), ("Stride", random.Next(1, 4)), ("Dilation", random.Next(1, 3)), ("Groups", random.Next(1, 3)),
            ("PaddingSize", random.Next(0, 3)), ("Padding", random.Next(0, 3)), ("OutputPadding", random.Next(0, 2)),
        ];
        IEnumerable<(string Name, object Value)> chosen = options.Where(_ => random.Next(3) == 0);
        return random.Next(4) switch
        {
            0 => Layer("MaxPool2D", [("height", random.Next(1, 4)), ("width", random.Next(1, 4)), .. chosen.Where(option => option.Name is not ("Dilation" or "Groups" or "OutputPadding"))]),
            1 => Layer("ConvTranspose2D", [("filters", random.Next(1, 5)), ("kernelSize", random.Next(1, 5)), .. chosen]),
            2 => Layer("DepthwiseConv2D", [("kernelSize", random.Next(1, 5)), .. chosen.Where(option => option.Name is not ("Groups" or "OutputPadding"))]),
            _ => Layer("Conv2D", [("filters", random.Next(1, 5)), ("kernelSize", random.Next(1, 5)), .. chosen.Where(option => option.Name != "OutputPadding")]),
        };
    }

    /// <summary>The last window of a pooling begins inside the map, and the first one ends there: none is all padding.</summary>
    private static void AssertWindowsTouchTheMap(Operation operation)
    {
        if (operation is Pool { Geometry: var geometry })
        {
            Assert.InRange(((geometry.OutputHeight - 1) * geometry.StrideHeight) - geometry.PaddingTop, 1 - geometry.KernelHeight, geometry.InputHeight - 1);
            Assert.InRange(((geometry.OutputWidth - 1) * geometry.StrideWidth) - geometry.PaddingLeft, 1 - geometry.KernelWidth, geometry.InputWidth - 1);
            Assert.InRange(geometry.PaddingTop, 0, geometry.KernelHeight - 1);
            Assert.InRange(geometry.PaddingLeft, 0, geometry.KernelWidth - 1);
        }
    }

    private static void AssertLowered(string expected, LayerSpec[] layers)
    {
        LoweredNetwork lowered = NetworkLowering.Lower(Network(layers), isTraining: false);

        Assert.Equal(expected, GraphText.Print(lowered.Graph.Values, [new("prediction", lowered.Prediction)]));
    }
}
