namespace ModelDsl.CompiledTests.Models;

[Model, Input(4), Dense(5, Bias = false), BatchNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BatchNormModel;

[Model, Input(3, 2, 4), BatchNorm(Scale = false, Offset = false), Dense(3), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainBatchNormModel;

[Model, Input(3, 5), Dense(6), LayerNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LayerNormModel;

[Model, Input(3, 5), Dense(6), RMSNorm(Epsilon = 1e-5), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RMSNormModel;

[Model, Input(2, 3, 4), Dense(5), PReLU, GlobalAveragePool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PReLUModel;

[Model, Input(4), Dense(5), PReLU(Shared = true, InitialValue = 0.1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedPReLUModel;
