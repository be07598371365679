// The right activation with the loss of several classes.
using ModelDsl;

[Model, Input(4), Dense(1), Sigmoid, CrossEntropyLoss]
//                                   ^^^^^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Sigmoid with output (1).
// For one output that is yes or no, use BinaryCrossEntropyLoss.
// mend: Replace CrossEntropyLoss by BinaryCrossEntropyLoss
public partial class Net;
