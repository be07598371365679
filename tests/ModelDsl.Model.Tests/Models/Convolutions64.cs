namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(7, 2), Dense(3), Tanh, Conv1D(4, 3), MeanSquaredErrorLoss]
public sealed partial class Conv1DModel64;

[Model(Precision = Precision.Double), Input(8, 2), Dense(4), Tanh, Conv1D(3, 4, Stride = 2, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class StridedConv1DModel64;

[Model(Precision = Precision.Double), Input(7, 2), Dense(3), Tanh, Conv1D(4, 3, Dilation = 2, PaddingSize = 1, Bias = false), MeanSquaredErrorLoss]
public sealed partial class DilatedConv1DModel64;

[Model(Precision = Precision.Double), Input(6, 2), Dense(4), Tanh, Conv1D(6, 3, Groups = 2), MeanSquaredErrorLoss]
public sealed partial class GroupedConv1DModel64;

[Model(Precision = Precision.Double), Input(6, 5, 2), Dense(3), Tanh, Conv2D(4, 3), MeanSquaredErrorLoss]
public sealed partial class Conv2DModel64;

[Model(Precision = Precision.Double), Input(5, 4, 2), Dense(3), Tanh, Conv2D(4, 3, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class SameConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 4, 2), Dense(3), Tanh, Conv2D(2, 2, 4, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class RectangularConv2DModel64;

[Model(Precision = Precision.Double), Input(7, 5, 2), Dense(3), Tanh, Conv2D(4, 3, Stride = 2), MeanSquaredErrorLoss]
public sealed partial class StridedConv2DModel64;

[Model(Precision = Precision.Double), Input(6, 7, 2), Dense(3), Tanh, Conv2D(4, 3, StrideHeight = 2, StrideWidth = 3, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class StridedSameConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 6, 2), Dense(3), Tanh, Conv2D(4, 3, Stride = 3, Dilation = 2, PaddingSize = 2), MeanSquaredErrorLoss]
public sealed partial class DilatedStridedConv2DModel64;

[Model(Precision = Precision.Double), Input(6, 5, 2), Dense(3), Tanh, Conv2D(4, 3, DilationHeight = 2), MeanSquaredErrorLoss]
public sealed partial class DilatedConv2DModel64;

[Model(Precision = Precision.Double), Input(4, 5, 2), Dense(4), Tanh, Conv2D(6, 3, Groups = 2, PaddingSize = 1), MeanSquaredErrorLoss]
public sealed partial class GroupedConv2DModel64;

[Model(Precision = Precision.Double), Input(4, 5, 2), Dense(3), Tanh, Conv2D(3, 3, Padding = Padding.Explicit, PaddingHeight = 2, PaddingWidth = 1), MeanSquaredErrorLoss]
public sealed partial class ExplicitConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 4, 2), Dense(3), Tanh, Conv2D(4, 2, Bias = false), MeanSquaredErrorLoss]
public sealed partial class BiaslessConv2DModel64;

[Model(Precision = Precision.Double), Input(3, 4, 2), Dense(3), Tanh, Conv2D(5, 1), MeanSquaredErrorLoss]
public sealed partial class PointwiseConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 3, 2), Dense(3), Tanh, Conv2D(4, 1, Stride = 2, Bias = false), MeanSquaredErrorLoss]
public sealed partial class StridedPointwiseConv2DModel64;

[Model(Precision = Precision.Double), Input(6, 6, 1), Conv2D(4, 3), ReLU, Conv2D(3, 2), ReLU, Flatten, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class FirstConv2DModel64;

[Model(Precision = Precision.Double), Input(4, 3, 3), Conv2D(9, 3, PaddingSize = 1), Tanh, Conv2D(Width.Twice, 2), MeanSquaredErrorLoss]
public sealed partial class WideConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 4, 2), Dense(3), Tanh, DepthwiseConv2D(3, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class DepthwiseConv2DModel64;

[Model(Precision = Precision.Double), Input(6, 5, 2), Dense(3), Tanh, DepthwiseConv2D(2, 3, Multiplier = 2, StrideHeight = 2, Dilation = 2, PaddingSize = 1, Bias = false), MeanSquaredErrorLoss]
public sealed partial class MultipliedDepthwiseConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 4, 2), Dense(3), Tanh, SeparableConv2D(4, 3, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class SeparableConv2DModel64;

[Model(Precision = Precision.Double), Input(5, 7, 2), Dense(3), Tanh, SeparableConv2D(4, 3, Multiplier = 2, Stride = 2, Bias = false), MeanSquaredErrorLoss]
public sealed partial class StridedSeparableConv2DModel64;

[Model(Precision = Precision.Double), Input(3, 2, 2), Dense(3), Tanh, ConvTranspose2D(4, 3), MeanSquaredErrorLoss]
public sealed partial class ConvTranspose2DModel64;

[Model(Precision = Precision.Double), Input(3, 2, 2), Dense(3), Tanh, ConvTranspose2D(4, 3, Stride = 2, PaddingSize = 1, OutputPadding = 1), MeanSquaredErrorLoss]
public sealed partial class StridedConvTranspose2DModel64;

[Model(Precision = Precision.Double), Input(3, 2, 2), Dense(4), Tanh, ConvTranspose2D(6, 2, 3, Groups = 2, StrideHeight = 2, StrideWidth = 1, Bias = false), MeanSquaredErrorLoss]
public sealed partial class GroupedConvTranspose2DModel64;

[Model(Precision = Precision.Double), Input(3, 2, 2), Dense(3), Tanh, ConvTranspose2D(4, 3, Stride = 2, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class SameConvTranspose2DModel64;

[Model(Precision = Precision.Double), Input(3, 3, 2), Dense(3), Tanh, ConvTranspose2D(2, 2, Dilation = 2, PaddingSize = 1), MeanSquaredErrorLoss]
public sealed partial class DilatedConvTranspose2DModel64;
