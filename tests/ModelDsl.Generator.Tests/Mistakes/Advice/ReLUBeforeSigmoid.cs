// Half of the probabilities cannot be reached.
using ModelDsl;

[Model, Input(4), Dense(1), ReLU, Sigmoid, BinaryCrossEntropyLoss]
//                          ^^^^
// MDSL4003: ReLU stands before Sigmoid with no layer between: one activation is enough.
// Remove ReLU.
// mend: Remove ReLU
public partial class Net;
