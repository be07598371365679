// Predictions are zeroed at random.
using ModelDsl;

[Model, Input(4), Dense(8), ReLU, Dense(1), Dropout(0.5), MeanSquaredErrorLoss]
//                                          ^^^^^^^^^^^^
// MDSL4002: Dropout stands behind the last layer, so it zeroes predictions in training.
// Remove it, or move it before the last layer with weights.
// mend: Remove Dropout
public partial class Net;
