// One output that is yes or no.
using ModelDsl;

[Model, Input(4), Dense(1), CrossEntropyLoss]
//                          ^^^^^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Dense with output (1).
// For one output that is yes or no, use Sigmoid and BinaryCrossEntropyLoss.
// mend: Insert [Sigmoid] and replace CrossEntropyLoss by BinaryCrossEntropyLoss
public partial class Net;
