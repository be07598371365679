// A block used twice, with a name for each.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Model, Input(4), Residual<Unit>(Name = "first"), Residual<Unit>(Name = "second"), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
