// Each output has a loss of its own.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Unit;

[Model, Input(4), Dense(8), ReLU, Output<Unit>]
//                                ^^^^^^^^^^^^
// MDSL2016: Unit is an output, but it has no loss.
// End it with one, such as [MeanSquaredErrorLoss].
// mend: Insert [MeanSquaredErrorLoss] in Unit
public partial class Net;
