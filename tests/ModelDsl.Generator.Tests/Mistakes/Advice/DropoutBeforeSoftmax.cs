// Logits of 0 are classes as likely as others.
using ModelDsl;

[Model, Input(4), Dense(8), Dropout(0.5), Softmax, CrossEntropyLoss]
//                          ^^^^^^^^^^^^
// MDSL4002: Dropout stands behind the last layer, so it zeroes predictions in training.
// Remove it, or move it before the last layer with weights.
// mend: Remove Dropout
public partial class Net;
