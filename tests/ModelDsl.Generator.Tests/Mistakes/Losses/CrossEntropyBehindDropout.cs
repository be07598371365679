// Dropout between the probabilities and their loss.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, Dropout(0.5), CrossEntropyLoss]
//                                   ^^^^^^^^^^^^
// MDSL3003: Dropout stands between Softmax and CrossEntropyLoss, so that what the loss gets are no probabilities.
// Remove it, or move it before the last layer with weights.
// mend: Remove Dropout
public partial class Net;
