namespace ModelDsl.CompiledTests.Models;

[Model, Input(6, 2), Dense(3), MaxPool1D(2), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MaxPool1DModel;

[Model, Input(7, 2), Dense(3), Tanh, MaxPool1D(3, Stride = 2, PaddingSize = 1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class OverlappingMaxPool1DModel;

[Model, Input(6, 2), Dense(3), Tanh, AveragePool1D(3), MeanSquaredErrorLoss]
public sealed partial class AveragePool1DModel;

[Model, Input(5, 2), Dense(3), Tanh, AveragePool1D(4, Stride = 2, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class SameAveragePool1DModel;

[Model, Input(6, 4, 2), Dense(3), MaxPool2D(2), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MaxPool2DModel;

[Model, Input(5, 7, 2), Dense(3), SiLU, MaxPool2D(3, Stride = 2, PaddingSize = 1), MeanSquaredErrorLoss]
public sealed partial class OverlappingMaxPool2DModel;

[Model, Input(5, 6, 2), Dense(3), SiLU, MaxPool2D(2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class RectangularMaxPool2DModel;

[Model, Input(6, 4, 2), Dense(3), Tanh, AveragePool2D(2), MeanSquaredErrorLoss]
public sealed partial class AveragePool2DModel;

[Model, Input(5, 7, 2), Dense(3), Tanh, AveragePool2D(3, Stride = 2, PaddingSize = 1), MeanSquaredErrorLoss]
public sealed partial class OverlappingAveragePool2DModel;

[Model, Input(5, 6, 2), Dense(3), Tanh, AveragePool2D(2, 3, StrideHeight = 1, StrideWidth = 2, Padding = Padding.Same), MeanSquaredErrorLoss]
public sealed partial class RectangularAveragePool2DModel;

[Model, Input(3, 4, 2), Dense(3), Tanh, GlobalAveragePool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class GlobalAveragePoolModel;

[Model, Input(5, 2), Dense(3), Tanh, GlobalAveragePool, MeanSquaredErrorLoss]
public sealed partial class SequenceAveragePoolModel;

[Model, Input(3, 4, 2), Dense(3), SiLU, GlobalMaxPool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class GlobalMaxPoolModel;

[Model, Input(5, 2), Dense(3), SiLU, GlobalMaxPool, MeanSquaredErrorLoss]
public sealed partial class SequenceMaxPoolModel;

/// <summary>More places than a byte can tell apart.</summary>
[Model, Input(17, 16, 1), Dense(2), SiLU, MaxPool2D(17, 16), Flatten, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LargeMaxPool2DModel;
