// The same, without a loss.
using ModelDsl;

[Model, Input(4), Dense(1), Dropout(0.5)]
//                          ^^^^^^^^^^^^
// MDSL4002: Dropout stands behind the last layer, so it zeroes predictions in training.
// Remove it, or move it before the last layer with weights.
// mend: Remove Dropout
public partial class Net;
