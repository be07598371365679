// Dropout last in a block is not last in the model.
using ModelDsl;

[Block, Dense(Width.Same), GELU, Dropout(0.1)]
public class Dropping;

[Model, Input(4), Residual<Dropping>, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
