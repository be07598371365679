// A norm right behind the input, for features as they were measured.
using ModelDsl;

[Model, Input(9), BatchNorm(Scale = false, Offset = false), Dense(8), SELU, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
