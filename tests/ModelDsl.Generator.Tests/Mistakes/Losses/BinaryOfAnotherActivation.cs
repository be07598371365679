// A tangent goes down to -1, a probability does not.
using ModelDsl;

[Model, Input(4), Dense(1), Tanh, BinaryCrossEntropyLoss]
//                                ^^^^^^^^^^^^^^^^^^^^^^
// MDSL3004: BinaryCrossEntropyLoss is defined on probabilities from Sigmoid, but it follows Tanh with output (1).
// Use Sigmoid in place of Tanh.
// mend: Replace Tanh by Sigmoid
public partial class Net;
