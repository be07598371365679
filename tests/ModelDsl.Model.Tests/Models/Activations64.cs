namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5), Dense(6), ReLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class ReLUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), LeakyReLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class LeakyReLUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), LeakyReLU(0.2), Dense(3), MeanSquaredErrorLoss]
public sealed partial class SteepLeakyReLUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), ELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class ELUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), ELU(1.7), Dense(3), MeanSquaredErrorLoss]
public sealed partial class DeepELUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), SELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SELUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), GELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class GELUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), SiLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SiLUModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Mish, Dense(3), MeanSquaredErrorLoss]
public sealed partial class MishModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), HardSwish, Dense(3), MeanSquaredErrorLoss]
public sealed partial class HardSwishModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Sigmoid, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SigmoidModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Tanh, Dense(3), MeanSquaredErrorLoss]
public sealed partial class TanhModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Softplus, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SoftplusModel64;

[Model(Precision = Precision.Double), Input(5), Dense(6), Softmax, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SoftmaxModel64;
