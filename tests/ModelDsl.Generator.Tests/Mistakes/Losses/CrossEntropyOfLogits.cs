// The compiler makes softmax with cross-entropy stable, so the softmax is written.
using ModelDsl;

[Model, Input(4)]
[Dense(3)]
[CrossEntropyLoss]
//^^^^^^^^^^^^^^^
// MDSL3003: CrossEntropyLoss is defined on probabilities from Softmax, but it follows Dense with output (3).
// Insert [Softmax] before it.
// mend: Insert [Softmax]
public partial class Net;
