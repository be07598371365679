using Microsoft.CodeAnalysis;
using ModelDsl.Generator.Diagnostics;

namespace ModelDsl.Generator.Tests.Diagnostics;

/// <summary>Models of images and sequences: exactly one message where a layer does not fit, on the very argument, and none where it does.</summary>
public sealed class BrokenImageModelTests
{
    [Theory]
    [InlineData("Input(784), {|MDSL2008:Conv2D(8, 3)|}")]
    [InlineData("Input(28, 28, 1), Flatten, {|MDSL2008:MaxPool2D(2)|}")]
    [InlineData("Input(28, 28, 1), {|MDSL2008:Conv1D(8, 3)|}")]
    [InlineData("Input(48, 3), {|MDSL2008:AveragePool2D(2)|}")]
    [InlineData("Input(48, 3), {|MDSL2008:Upsample2D(2)|}")]
    [InlineData("Input(48), {|MDSL2008:ZeroPadding2D(2)|}")]
    [InlineData("Input(4, 4, 4, 4), {|MDSL2008:SeparableConv2D(2, 3)|}")]
    [InlineData("Input(48), {|MDSL2008:GlobalAveragePool|}")]
    [InlineData("Input(48), {|MDSL2008:GlobalMaxPool|}")]
    [InlineData("Input(48), {|MDSL2008:InstanceNorm|}")]
    [InlineData("Input(48), {|MDSL2008:SpatialDropout(0.5)|}")]
    public Task Of_the_wrong_rank(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 1), Conv2D(8, {|MDSL2009:5|})")]
    [InlineData("Input(9, 4, 1), Conv2D(8, 9, {|MDSL2009:5|})")]
    [InlineData("Input(9, 4, 1), DepthwiseConv2D({|MDSL2009:10|}, 1)")]
    [InlineData("Input(4, 4, 1), Conv2D(8, kernelSize: {|MDSL2009:3|}, Dilation = 2)")]
    [InlineData("Input(4, 4, 1), Conv2D(8, {|MDSL2009:7|}, PaddingSize = 1)")]
    [InlineData("Input(4, 4, 1), MaxPool2D(2), MaxPool2D(2), MaxPool2D({|MDSL2009:2|})")]
    [InlineData("Input(4, 1), Conv1D(8, {|MDSL2009:5|})")]
    [InlineData("Input(4, 1), AveragePool1D({|MDSL2009:5|})")]
    public Task With_a_window_larger_than_the_map(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 1), Conv2D({|MDSL2004:0|}, 3)")]
    [InlineData("Input(4, 4, 1), Conv2D(8, {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, {|MDSL2004:-3|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Stride = {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, StrideWidth = {|MDSL2004:-1|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Dilation = {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Groups = {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), DepthwiseConv2D(3, Multiplier = {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), MaxPool2D(2, {|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), MaxPool2D(2, Stride = {|MDSL2004:-2|})")]
    [InlineData("Input(4, 4, 1), Upsample2D({|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), Upsample2D(2, {|MDSL2004:-1|})")]
    [InlineData("Input(4, 4, 1), GroupNorm({|MDSL2004:0|})")]
    [InlineData("Input(4, 4, 1), Reshape({|MDSL2004:4, 0|})")]
    [InlineData("Input(4, 4, 1), Reshape({|MDSL2004:-1, -1|})")]
    [InlineData("Input(4, 4, 1), {|MDSL2004:Reshape|}")]
    [InlineData("Input(2, 2, 1), ConvTranspose2D(8, 2, PaddingSize = {|MDSL2004:9|})")]
    public Task With_sizes_that_are_not_positive(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 6), Conv2D(8, 3, Groups = {|MDSL2010:4|})")]
    [InlineData("Input(4, 4, 6), Conv2D(8, 3, Groups = {|MDSL2010:3|})")]
    [InlineData("Input(4, 4, 6), ConvTranspose2D(8, 3, Groups = {|MDSL2010:5|})")]
    [InlineData("Input(4, 4, 6), GroupNorm({|MDSL2010:4|})")]
    [InlineData("Input(4, 4, 3), Conv2D({|MDSL2010:Width.Half|}, 3)")]
    [InlineData("Input(3), Dense({|MDSL2010:Width.Half|})")]
    public Task With_parts_that_do_not_divide(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 1), Reshape({|MDSL2011:5, 5|})")]
    [InlineData("Input(4, 4, 1), Reshape({|MDSL2011:3, -1|})")]
    [InlineData("Input(4, 3), Permute({|MDSL2012:0, 1|})")]
    [InlineData("Input(4, 3), Permute({|MDSL2012:1, 1|})")]
    [InlineData("Input(4, 3), Permute({|MDSL2012:2, 1, 3|})")]
    [InlineData("Input(4, 3), {|MDSL2012:Permute|}")]
    [InlineData("Input(4, 1), {|MDSL2013:LayerNorm|}")]
    [InlineData("Input(4, 1), {|MDSL2013:RMSNorm|}")]
    [InlineData("Input(1, 1, 8), {|MDSL2013:InstanceNorm|}")]
    [InlineData("Input(8), {|MDSL2013:GroupNorm(8)|}")]
    public Task Of_another_shape(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Padding = Padding.Same, PaddingSize = {|MDSL2007:1|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Padding = Padding.Valid, PaddingWidth = {|MDSL2007:1|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, PaddingSize = {|MDSL2007:-1|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Padding = {|MDSL2007:(Padding)7|})")]
    [InlineData("Input(4, 1), Conv1D(8, 3, PaddingSize = {|MDSL2007:-1|})")]
    [InlineData("Input(4, 1), Conv1D(8, 3, Padding = Padding.Same, PaddingSize = {|MDSL2007:1|})")]
    [InlineData("Input(4, 4, 1), MaxPool2D(2, PaddingSize = {|MDSL2007:2|})")]
    [InlineData("Input(4, 4, 1), AveragePool2D(3, 2, PaddingSize = {|MDSL2007:2|})")]
    [InlineData("Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, OutputPadding = {|MDSL2007:2|})")]
    [InlineData("Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, OutputPadding = {|MDSL2007:-1|})")]
    [InlineData("Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, Padding = Padding.Same, OutputPadding = {|MDSL2007:1|})")]
    [InlineData("Input(4, 4, 1), ZeroPadding2D({|MDSL2007:-1|})")]
    [InlineData("Input(4, 4, 1), ZeroPadding2D(1, 1, 1, {|MDSL2007:-1|})")]
    [InlineData("Input(4, 4, 1), Upsample2D(2, Interpolation = {|MDSL2007:(Interpolation)5|})")]
    [InlineData("Input(4, 4, 1), Conv2D(8, 3, Initializer = {|MDSL2007:(Initializer)99|})")]
    [InlineData("Input(4, 4, 1), SeparableConv2D(8, 3, BiasValue = {|MDSL2007:0.5|})")]
    [InlineData("Input(4, 4, 2), BatchNorm(Momentum = {|MDSL2007:0|})")]
    [InlineData("Input(4, 4, 2), BatchNorm(Momentum = {|MDSL2007:1.5|})")]
    [InlineData("Input(4, 4, 2), LayerNorm(Epsilon = {|MDSL2007:0|})")]
    [InlineData("Input(4, 4, 2), PReLU(InitialValue = {|MDSL2007:double.NaN|})")]
    [InlineData("Input(4, 4, 2), SpatialDropout({|MDSL2005:1|})")]
    [InlineData("Input(300, 300, 1), {|MDSL2006:MaxPool2D(300)|}")]
    [InlineData("Input(300, 300, 1), {|MDSL2006:GlobalMaxPool|}")]
    [InlineData("Input(4, 4, 1), {|MDSL2006:ZeroPadding2D(int.MaxValue)|}")]
    [InlineData("Input(4, 4, 1), {|MDSL2006:Conv2D(8, 3, PaddingSize = int.MaxValue)|}")]
    [InlineData("Input(int.MaxValue), Dense({|MDSL2006:Width.Twice|})")]
    public Task With_options_out_of_range(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(28, 28, 1), Conv2D(8, 3, Stride = {|MDSL4006:2|})")]
    [InlineData("Input(28, 27, 1), Conv2D(8, 3, StrideHeight = {|MDSL4006:2|})")]
    [InlineData("Input(28, 1), Conv1D(8, 5, Stride = {|MDSL4006:4|})")]
    [InlineData("Input(32, 32, 1), Conv2D(8, 3, Stride = {|MDSL4006:4|}, PaddingSize = 1)")]
    public Task Whose_stride_leaves_pixels_unread_deserve_advice(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(4, 4, 1), {|MDSL4007:Conv2D(8, 3)|}, BatchNorm")]
    [InlineData("Input(4, 4, 1), {|MDSL4007:ConvTranspose2D(8, 3)|}, InstanceNorm(Scale = true)")]
    [InlineData("Input(4), {|MDSL4007:Dense(8)|}, BatchNorm(Offset = false)")]
    public Task Whose_bias_is_subtracted_again_deserve_advice(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(28, 28, 1), Conv2D(32, 3), ReLU, MaxPool2D(2), Conv2D(64, 3), ReLU, MaxPool2D(2), Flatten, Dropout(0.5), Dense(10), Softmax, CrossEntropyLoss")]
    [InlineData("Input(32, 32, 3), Conv2D(Width.Twice, 3, Stride = 2, Padding = Padding.Same, Bias = false), BatchNorm, PReLU, GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss")]
    [InlineData("Input(32, 32, 16), Conv2D(32, 1, Stride = 2, Bias = false)")]
    [InlineData("Input(224, 224, 3), Conv2D(64, 7, Stride = 2, PaddingSize = 3, Bias = false), BatchNorm, ReLU, MaxPool2D(3, Stride = 2, PaddingSize = 1)")]
    [InlineData("Input(28, 28, 1), Conv2D(8, 3, Stride = 2, Padding = Padding.Valid)")]
    [InlineData("Input(28, 28, 1), Conv2D(8, 3), GroupNorm(2), BatchNorm, InstanceNorm(Offset = true), BatchNorm")]
    [InlineData("Input(5, 5, 2), MaxPool2D(2, Padding = Padding.Same), AveragePool2D(2, 1, Stride = 1)")]
    [InlineData("Input(48, 3), Conv1D(8, 5, Dilation = 2), ReLU, MaxPool1D(2), LayerNorm, SpatialDropout(0.1), Conv1D(Width.Half, 1), GlobalMaxPool, Dense(1)")]
    [InlineData("Input(8, 8, 4), DepthwiseConv2D(3, Multiplier = 2), GroupNorm(2), ReLU, SeparableConv2D(8, 3, Bias = false), InstanceNorm(Scale = true), Upsample2D(2, 3)")]
    [InlineData("Input(4, 4, 8), ConvTranspose2D(4, 3, Stride = 2, PaddingSize = 1, OutputPadding = 1), RMSNorm, ZeroPadding2D(1, 2), Permute(3, 1, 2), Reshape(-1, 4)")]
    public Task That_fit_get_no_message(string layers) => Verify(layers);

    [Theory]
    [InlineData("Input(784), Conv2D(8, 3)", "Conv2D needs (height, width, channels), but its input is (784).\nGive the input that shape, such as [Reshape(28, 28, 1)].")]
    [InlineData("Input(48, 3), Conv2D(8, 3)", "Conv2D needs (height, width, channels), but its input is (48, 3).\nFor sequences use Conv1D.")]
    [InlineData("Input(6, 6, 1), Flatten, Conv2D(8, 3)", "Conv2D needs (height, width, channels), but its input is (36).\nMove [Flatten] behind it.")]
    [InlineData("Input(3, 3, 8), Conv2D(8, 5)", "Conv2D: its window of 5×5 does not fit into (3, 3, 8).\nUse at most 3 along the height, or Padding = Padding.Same.")]
    [InlineData("Input(4, 4, 6), Conv2D(12, 3, Groups = 4)", "Conv2D: 4 groups do not divide the 6 channels of its input (4, 4, 6).\nUse 1, 2, 3 or 6.")]
    [InlineData("Input(28, 27, 1), Conv2D(8, 3, Stride = 2)", "Conv2D: with a stride of 2 its window never reads the last row of (28, 27, 1).\nUse Padding = Padding.Same, or say Padding = Padding.Valid if it is meant.")]
    public async Task A_message_names_the_layer_both_sizes_and_the_remedy(string layers, string message)
    {
        Diagnostic reported = Assert.Single(await Analysis.Report($"using ModelDsl; [Model, {layers}] public partial class Net;"));

        Assert.Equal(message, reported.GetMessage());
    }

    private static Task Verify(string layers) => Analysis.Verify<ModelAnalyzer>($"using ModelDsl;\n[Model, {layers}] public partial class Net;");
}
