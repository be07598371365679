// Blocks end without an activation, which follows the sum.
using ModelDsl;

[Block, Dense(Width.Same), ReLU, Dense(Width.Same)]
public class Linear;

[Model, Input(4), Residual<Linear>, ReLU, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
