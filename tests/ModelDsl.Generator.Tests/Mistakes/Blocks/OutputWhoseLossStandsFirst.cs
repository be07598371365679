// And ends with it.
using ModelDsl;

[Block, MeanSquaredErrorLoss, Dense(2)]
public class Head;

[Model, Input(4), Dense(8), ReLU, Output<Head>]
//                                ^^^^^^^^^^^^
// MDSL2016: MeanSquaredErrorLoss does not stand last in Head.
// Move it to the end: an output ends with its one loss.
// mend: Move MeanSquaredErrorLoss to the end in Head
public partial class Net;
