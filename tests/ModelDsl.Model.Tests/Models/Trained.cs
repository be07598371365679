namespace ModelDsl.CompiledTests.Models;

/// <summary>Large enough for its regions to be split among threads.</summary>
[Model, Input(256), Dense(512), ReLU, Dropout(0.2), Dense(256), GELU, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class WideModel;

[Model, Input(2), Dense(8), Tanh, Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class XorModel;

[Model, Input(2), Dense(32), Tanh, Dense(32), Tanh, Dense(2), Softmax, CrossEntropyLoss]
public sealed partial class SpiralModel;

[Model, Input(1), Dense(16), Tanh, Dense(1), HuberLoss]
public sealed partial class SineModel;

[Model, Input(4), Dense(16), ReLU, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class IrisModel;

[Model, Input(784), Dense(256), ReLU, Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class MnistModel;

/// <summary>Predicts, and has no loss to be trained with.</summary>
[Model, Input(3), Dense(2), Tanh]
public sealed partial class UntrainableModel;

/// <summary>Its weight gradient shows the dropout mask.</summary>
[Model, Input(4000), Dropout(0.3), Dense(1, Bias = false), MeanSquaredErrorLoss]
public sealed partial class MaskModel;

/// <summary>Its weight gradient shows the mask of whole channels.</summary>
[Model, Input(3, 2, 2000), SpatialDropout(0.3), Flatten, Dense(1, Bias = false), MeanSquaredErrorLoss]
public sealed partial class SpatialMaskModel;

/// <summary>Its running statistics are those of its inputs.</summary>
[Model(Precision = Precision.Double), Input(3, 2, 4), BatchNorm, Dense(3), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class MeasuredModel;
