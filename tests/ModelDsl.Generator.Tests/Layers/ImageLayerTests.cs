using ModelDsl.Generator.Graph;
using ModelDsl.Generator.Layers;
using ModelDsl.Generator.Parsing;
using static ModelDsl.Generator.Tests.Models;

namespace ModelDsl.Generator.Tests.Layers;

/// <summary>Shapes and parameters of convolutions, poolings, norms and moves, against the formulas of Keras and PyTorch.</summary>
public sealed class ImageLayerTests
{
    private const int Same = 1;

    [Fact]
    public void A_shape_follows_from_the_options()
    {
        (LayerSpec Layer, int[] Input, string Output)[] cases =
        [
            (Conv2D(32, 3), [28, 28, 1], "(26, 26, 32)"),
            (Conv2D(32, 3, ("Stride", 2)), [29, 27, 1], "(14, 13, 32)"),
            (Conv2D(32, 3, ("Padding", Same), ("StrideHeight", 2)), [29, 28, 1], "(15, 28, 32)"),
            (Conv2D(32, 3, ("PaddingSize", 1), ("Stride", 2)), [32, 32, 1], "(16, 16, 32)"),
            (Conv2D(32, 3, ("PaddingHeight", 2)), [32, 32, 1], "(34, 30, 32)"),
            (Conv2D(32, 3, ("Dilation", 2), ("DilationWidth", 3)), [32, 32, 1], "(28, 26, 32)"),
            (Layer("Conv2D", ("filters", 4), ("kernelHeight", 5), ("kernelWidth", 1)), [32, 32, 1], "(28, 32, 4)"),
            (Layer("Conv1D", ("filters", 4), ("kernelSize", 5), ("Padding", Same), ("Stride", 3)), [10, 2], "(4, 4)"),
            (Layer("DepthwiseConv2D", ("kernelSize", 3), ("Multiplier", 2)), [8, 8, 3], "(6, 6, 6)"),
            (Layer("SeparableConv2D", ("filters", 5), ("kernelSize", 3)), [8, 8, 3], "(6, 6, 5)"),
            (Layer("ConvTranspose2D", ("filters", 5), ("kernelSize", 3), ("Stride", 2)), [8, 8, 3], "(17, 17, 5)"),
            (Layer("ConvTranspose2D", ("filters", 5), ("kernelSize", 3), ("Stride", 2), ("Padding", Same)), [8, 8, 3], "(16, 16, 5)"),
            (Layer("ConvTranspose2D", ("filters", 5), ("kernelSize", 3), ("Stride", 2), ("PaddingSize", 1), ("OutputPadding", 1)), [8, 8, 3], "(16, 16, 5)"),
            (Layer("ConvTranspose2D", ("filters", 5), ("kernelSize", 3), ("Dilation", 2)), [8, 8, 3], "(12, 12, 5)"),
            (Layer("MaxPool2D", ("size", 2)), [11, 13, 3], "(5, 6, 3)"),
            (Layer("MaxPool2D", ("size", 2), ("Padding", Same)), [11, 13, 3], "(6, 7, 3)"),
            (Layer("MaxPool2D", ("size", 3), ("Stride", 2), ("PaddingSize", 1)), [112, 112, 3], "(56, 56, 3)"),
            (Layer("AveragePool2D", ("height", 2), ("width", 3), ("Stride", 1)), [5, 5, 3], "(4, 3, 3)"),
            (Layer("MaxPool1D", ("size", 2)), [9, 3], "(4, 3)"),
            (Layer("AveragePool1D", ("size", 4)), [8, 3], "(2, 3)"),
            (Layer("GlobalAveragePool"), [4, 5, 6], "(6)"),
            (Layer("GlobalMaxPool"), [4, 6], "(6)"),
            (Layer("BatchNorm"), [4, 5, 6], "(4, 5, 6)"),
            (Layer("Upsample2D", ("factor", 3)), [4, 5, 6], "(12, 15, 6)"),
            (Layer("Upsample2D", ("height", 1), ("width", 2)), [4, 5, 6], "(4, 10, 6)"),
            (Layer("ZeroPadding2D", ("size", 3)), [4, 5, 6], "(10, 11, 6)"),
            (Layer("ZeroPadding2D", ("height", 1), ("width", 2)), [4, 5, 6], "(6, 9, 6)"),
            (Layer("ZeroPadding2D", ("top", 1), ("bottom", 2), ("left", 3), ("right", 0)), [4, 5, 6], "(7, 8, 6)"),
            (Layer("Reshape", ("shape", Ints(-1, 4))), [4, 5, 6], "(30, 4)"),
            (Layer("Permute", ("axes", Ints(3, 1, 2))), [4, 5, 6], "(6, 4, 5)"),
            (Layer("Identity"), [4, 5, 6], "(4, 5, 6)"),
            (Layer("Dense", ("units", Width.FourTimes)), [4, 6], "(4, 24)"),
            (Conv2D(Width.Half, 1), [4, 4, 6], "(4, 4, 3)"),
            (Conv2D(Width.Twice, 1), [4, 4, 6], "(4, 4, 12)"),
            (Conv2D(Width.Same, 1), [4, 4, 6], "(4, 4, 6)"),
        ];

        Assert.All(cases, example => Assert.Equal(example.Output, Network(Input(example.Input), example.Layer).Output.ToString()));
    }

    [Theory]
    [InlineData("Conv2D", "weight (3, 3, 2, 8) as 3201 fans 18 36, bias (8) as 0 fans 18 36")]
    [InlineData("ConvTranspose2D", "weight (3, 3, 4, 4) as 3201 fans 18 36, bias (8) as 0 fans 18 36")]
    [InlineData("DepthwiseConv2D", "weight (3, 3, 1, 8) as 3201 fans 9 18, bias (8) as 0 fans 9 18")]
    [InlineData("SeparableConv2D", "depthwise (3, 3, 1, 8) as 3201 fans 9 18, pointwise (1, 1, 8, 8) as 3201 fans 8 8, bias (8) as 0 fans 8 8")]
    [InlineData("BatchNorm", "weight (4) as 0 fans 4 4, bias (4) as 0 fans 4 4, running_mean (4) as 0 fans 4 4, running_var (4) as 0 fans 4 4")]
    [InlineData("LayerNorm", "weight (4) as 0 fans 4 4, bias (4) as 0 fans 4 4")]
    [InlineData("RMSNorm", "weight (4) as 0 fans 4 4")]
    [InlineData("InstanceNorm", "")]
    [InlineData("PReLU", "weight (4) as 0 fans 4 4")]
    public void Parameters_have_the_kernels_shape_and_the_order_of_weight_files(string kind, string expected)
    {
        bool isWindow = kind.EndsWith("2D", StringComparison.Ordinal);
        LayerSpec layer = kind switch
        {
            "DepthwiseConv2D" => Layer(kind, ("kernelSize", 3), ("Multiplier", 2)),
            "SeparableConv2D" => Layer(kind, ("filters", 8), ("kernelSize", 3), ("Multiplier", 2)),
            _ when isWindow => Layer(kind, ("filters", 8), ("kernelSize", 3), ("Groups", 2)),
            _ => Layer(kind),
        };

        IEnumerable<ParameterSpec> parameters = Network(Input(6, 6, 4), layer).Parameters.Select(parameter => parameter.Spec);

        Assert.Equal(expected, string.Join(", ", parameters.Select(spec => $"{spec.Role} {spec.Shape} as {string.Concat(spec.InterchangeAxes)} fans {spec.FanIn} {spec.FanOut}")));
    }

    [Fact]
    public void A_weight_along_time_has_three_axes_in_weight_files() =>
        Assert.Equal([3, 2, 1], Network(Input(9, 4), Layer("Conv1D", ("filters", 8), ("kernelSize", 3))).Parameters.First().Spec.InterchangeAxes);

    [Fact]
    public void Running_averages_are_buffers_that_do_not_decay()
    {
        ParameterSpec[] parameters = [.. Network(Input(6, 6, 4), Layer("BatchNorm", ("Momentum", 0.2))).Parameters.Select(parameter => parameter.Spec)];

        Assert.Equal([0, 0, 0.2, 0.2], parameters.Select(spec => spec.Momentum));
        Assert.Equal([1, 0, 0, 1], parameters.Select(spec => spec.InitialValue));
        Assert.All(parameters, spec => Assert.False(spec.Decays));
    }

    [Fact]
    public void A_convolutional_classifier_has_the_parameters_of_its_Keras_twin()
    {
        Network network = Network(
            Input(28, 28, 1), Conv2D(32, 3), Layer("ReLU"), Layer("MaxPool2D", ("size", 2)), Conv2D(64, 3), Layer("ReLU"), Layer("MaxPool2D", ("size", 2)),
            Layer("Flatten"), Layer("Dropout", ("rate", 0.5)), Dense(10), Layer("Softmax"), Layer("CrossEntropyLoss"));

        Assert.Equal(34826, network.Parameters.Sum(parameter => parameter.Spec.Shape.Size));
        Assert.Equal(["conv2D1", "relu1", "maxPool2D1", "conv2D2", "relu2", "maxPool2D2", "flatten1", "dropout1", "dense1", "softmax1"], network.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void A_layer_is_described_as_its_author_wrote_it()
    {
        NetworkLayer layer = Assert.Single(Network(Input(28, 28, 2), Conv2D(Width.Twice, 3, ("Padding", Same), ("Bias", false), ("Name", "first"), ("Initializer", 3))).Layers);

        Assert.Equal("Conv2D(Width.Twice, 3, Padding = Padding.Same, Bias = false)", layer.Kind.Describe(layer.Spec));
    }

    private static LayerSpec Conv2D(int filters, int kernelSize, params (string Name, object Value)[] options) =>
        Layer("Conv2D", [("filters", filters), ("kernelSize", kernelSize), .. options]);

    private static EquatableArray<int> Ints(params int[] values) => new(values);
}
