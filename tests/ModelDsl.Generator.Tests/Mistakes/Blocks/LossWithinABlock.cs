// A loss ends the model.
using ModelDsl;

[Block, Dense(4), MeanSquaredErrorLoss]
public class Head;

[Model, Input(4), Residual<Head>, Dense(1)]
//                ^^^^^^^^^^^^^^
// MDSL2016: MeanSquaredErrorLoss stands in Head, but a loss ends the model, or the block of an Output.
// Move it there.
public partial class Net;
