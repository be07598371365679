// The compiler makes sigmoid with cross-entropy stable, so the sigmoid is written.
using ModelDsl;

[Model, Input(4), Dense(1), BinaryCrossEntropyLoss]
//                          ^^^^^^^^^^^^^^^^^^^^^^
// MDSL3004: BinaryCrossEntropyLoss is defined on probabilities from Sigmoid, but it follows Dense with output (1).
// Insert [Sigmoid] before it.
// mend: Insert [Sigmoid]
public partial class Net;
