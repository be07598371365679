namespace ModelDsl.CompiledTests.Models;

[Model, Input(4, 3, 2), Conv2D(3, 2, Bias = false), BatchNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BatchNormModel;

[Model, Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class DenseBatchNormModel;

[Model, Input(5, 3), BatchNorm(Momentum = 0.3, Epsilon = 0.01, Scale = false, Offset = false), Dense(2, Bias = false), BatchNorm(Offset = false), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainBatchNormModel;

[Model, Input(4, 2), Dense(4), Tanh, LayerNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LayerNormModel;

[Model, Input(5), Dense(4), SiLU, LayerNorm(Epsilon = 0.01, Scale = false, Offset = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainLayerNormModel;

[Model, Input(4, 2), Dense(4), Tanh, RMSNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RMSNormModel;

[Model, Input(5), Dense(4), SiLU, RMSNorm(Epsilon = 0.01, Scale = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainRMSNormModel;

[Model, Input(3, 2, 2), Dense(6), SiLU, GroupNorm(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GroupNormModel;

[Model, Input(4, 2), Dense(4), SiLU, GroupNorm(2, Epsilon = 0.01, Scale = false, Offset = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainGroupNormModel;

[Model, Input(3, 4, 2), Dense(3), SiLU, InstanceNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class InstanceNormModel;

[Model, Input(3, 4, 2), Dense(3), SiLU, InstanceNorm(Epsilon = 0.01, Scale = true, Offset = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class AffineInstanceNormModel;
