// Dense layers of each step.
using ModelDsl;

[Model, Input(48, 3), Dense(16), SiLU, Dense(1), HuberLoss]
public partial class Net;
