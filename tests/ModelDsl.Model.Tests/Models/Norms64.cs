namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(4, 3, 2), Conv2D(3, 2, Bias = false), BatchNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BatchNormModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4, Bias = false), BatchNorm, ReLU, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class DenseBatchNormModel64;

[Model(Precision = Precision.Double), Input(5, 3), BatchNorm(Momentum = 0.3, Epsilon = 0.01, Scale = false, Offset = false), Dense(2, Bias = false), BatchNorm(Offset = false), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainBatchNormModel64;

[Model(Precision = Precision.Double), Input(4, 2), Dense(4), Tanh, LayerNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LayerNormModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), SiLU, LayerNorm(Epsilon = 0.01, Scale = false, Offset = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainLayerNormModel64;

[Model(Precision = Precision.Double), Input(4, 2), Dense(4), Tanh, RMSNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RMSNormModel64;

[Model(Precision = Precision.Double), Input(5), Dense(4), SiLU, RMSNorm(Epsilon = 0.01, Scale = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainRMSNormModel64;

[Model(Precision = Precision.Double), Input(3, 2, 2), Dense(6), SiLU, GroupNorm(3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GroupNormModel64;

[Model(Precision = Precision.Double), Input(4, 2), Dense(4), SiLU, GroupNorm(2, Epsilon = 0.01, Scale = false, Offset = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainGroupNormModel64;

[Model(Precision = Precision.Double), Input(3, 4, 2), Dense(3), SiLU, InstanceNorm, Dense(2), MeanSquaredErrorLoss]
public sealed partial class InstanceNormModel64;

[Model(Precision = Precision.Double), Input(3, 4, 2), Dense(3), SiLU, InstanceNorm(Epsilon = 0.01, Scale = true, Offset = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class AffineInstanceNormModel64;
