// Softmax needs logits of both signs.
using ModelDsl;

[Model, Input(4), Dense(3), ReLU, Softmax, CrossEntropyLoss]
//                          ^^^^
// MDSL4003: ReLU stands before Softmax with no layer between: one activation is enough.
// Remove ReLU.
// mend: Remove ReLU
public partial class Net;
