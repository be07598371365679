// One activation of each kind, with a layer between each two.
using ModelDsl;

[Model, Input(4)]
[Dropout(0), Dense(8), ELU(0.5), Dense(8), SELU, Dense(8), HardSwish, Dense(8), LeakyReLU]
[Dense(8), PReLU, Dense(8), SiLU, Dense(8), Mish, Dense(8), GELU, Dense(8), Softplus]
[Dense(1), MeanSquaredErrorLoss]
public partial class Net;
