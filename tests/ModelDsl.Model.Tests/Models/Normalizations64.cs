namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(4), Dense(5, Bias = false), BatchNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class BatchNormModel64;

[Model(Precision = Precision.Double), Input(3, 2, 4), BatchNorm(Scale = false, Offset = false), Dense(3), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlainBatchNormModel64;

[Model(Precision = Precision.Double), Input(3, 5), Dense(6), LayerNorm, Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class LayerNormModel64;

[Model(Precision = Precision.Double), Input(3, 5), Dense(6), RMSNorm(Epsilon = 1e-5), Tanh, Dense(2), MeanSquaredErrorLoss]
public sealed partial class RMSNormModel64;

[Model(Precision = Precision.Double), Input(2, 3, 4), Dense(5), PReLU, GlobalAveragePool, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PReLUModel64;

[Model(Precision = Precision.Double), Input(4), Dense(5), PReLU(Shared = true, InitialValue = 0.1), Dense(2), MeanSquaredErrorLoss]
public sealed partial class SharedPReLUModel64;
