// Each output has its loss already.
using ModelDsl;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Head;

[Model, Input(4), Dense(8), ReLU, Output<Head>, MeanSquaredErrorLoss]
//                                              ^^^^^^^^^^^^^^^^^^^^
// MDSL3002: MeanSquaredErrorLoss stands beside Output<Head>, which has a loss of its own.
// Remove it, or make it the loss of a block of another Output.
// mend: Remove MeanSquaredErrorLoss
public partial class Net;
