// Labels have probabilities at each step.
using ModelDsl;

[Model, Input(8, 4), GRU(8), Dense(6), CTCLoss(2)]
//                                     ^^^^^^^^^^
// MDSL3003: CTCLoss is defined on probabilities from Softmax, but it follows Dense with output (8, 6).
// Insert [Softmax] before it.
// mend: Insert [Softmax]
public partial class Net;
