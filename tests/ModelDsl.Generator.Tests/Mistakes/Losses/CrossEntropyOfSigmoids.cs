// One class of several, with the activation of many answers.
using ModelDsl;

[Model, Input(4), Dense(3), Sigmoid, CrossEntropyLoss]
//                                   ^^^^^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Sigmoid with output (3).
// Use Softmax in place of Sigmoid.
// mend: Replace Sigmoid by Softmax
public partial class Net;
