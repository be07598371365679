// Neither the activation nor the loss of one output.
using ModelDsl;

[Model, Input(4), Dense(1), Tanh, CrossEntropyLoss]
//                                ^^^^^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Tanh with output (1).
// For one output that is yes or no, use Sigmoid and BinaryCrossEntropyLoss.
// mend: Replace Tanh by Sigmoid and replace CrossEntropyLoss by BinaryCrossEntropyLoss
public partial class Net;
