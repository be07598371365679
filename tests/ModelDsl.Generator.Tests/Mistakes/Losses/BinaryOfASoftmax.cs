// Classes that exclude each other, with the loss of answers that do not.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, BinaryCrossEntropyLoss]
//                                   ^^^^^^^^^^^^^^^^^^^^^^
// MDSL3004: BinaryCrossEntropyLoss is defined on probabilities from Sigmoid, but it follows Softmax with output (3).
// For one class of several, use CrossEntropyLoss.
// mend: Replace BinaryCrossEntropyLoss by CrossEntropyLoss
public partial class Net;
