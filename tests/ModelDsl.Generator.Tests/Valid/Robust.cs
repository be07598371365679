// A loss that outliers do not rule.
using ModelDsl;

[Model, Input(4), Dense(8, Bias = false), GELU, Dense(1), HuberLoss(Delta = 2)]
public partial class Net;
