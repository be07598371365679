// A regression that never predicts less than 0.
using ModelDsl;

[Model, Input(4), Dense(1), ReLU, MeanSquaredErrorLoss]
//                          ^^^^
// MDSL4005: ReLU before MeanSquaredErrorLoss: predictions are never negative, and stop learning where they are 0.
// Remove it, or use Softplus for positive targets.
// mend: Remove ReLU
public partial class Net;
