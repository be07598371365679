// Sequences of labels are the targets of a whole model.
using ModelDsl;

[Block, Dense(6), Softmax, CTCLoss(2)]
public class Head;

[Model, Input(8, 4), GRU(8), Output<Head>]
//                           ^^^^^^^^^^^^
// MDSL2016: CTCLoss stands in Head, but its labels are the only targets of a model.
// End the model itself with it, without outputs.
public partial class Net;
