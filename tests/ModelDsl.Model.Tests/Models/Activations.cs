namespace ModelDsl.CompiledTests.Models;

[Model, Input(5), Dense(6), ReLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class ReLUModel;

[Model, Input(5), Dense(6), LeakyReLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class LeakyReLUModel;

[Model, Input(5), Dense(6), LeakyReLU(0.2), Dense(3), MeanSquaredErrorLoss]
public sealed partial class SteepLeakyReLUModel;

[Model, Input(5), Dense(6), ELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class ELUModel;

[Model, Input(5), Dense(6), ELU(1.7), Dense(3), MeanSquaredErrorLoss]
public sealed partial class DeepELUModel;

[Model, Input(5), Dense(6), SELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SELUModel;

[Model, Input(5), Dense(6), GELU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class GELUModel;

[Model, Input(5), Dense(6), SiLU, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SiLUModel;

[Model, Input(5), Dense(6), Mish, Dense(3), MeanSquaredErrorLoss]
public sealed partial class MishModel;

[Model, Input(5), Dense(6), HardSwish, Dense(3), MeanSquaredErrorLoss]
public sealed partial class HardSwishModel;

[Model, Input(5), Dense(6), Sigmoid, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SigmoidModel;

[Model, Input(5), Dense(6), Tanh, Dense(3), MeanSquaredErrorLoss]
public sealed partial class TanhModel;

[Model, Input(5), Dense(6), Softplus, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SoftplusModel;

[Model, Input(5), Dense(6), Softmax, Dense(3), MeanSquaredErrorLoss]
public sealed partial class SoftmaxModel;
