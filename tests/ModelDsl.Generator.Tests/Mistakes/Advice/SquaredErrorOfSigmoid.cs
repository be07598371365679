// The slope of the sigmoid multiplies the gradient.
using ModelDsl;

[Model, Input(30)]
[Dense(8), ReLU, Dense(1), Sigmoid, MeanSquaredErrorLoss]
//                                  ^^^^^^^^^^^^^^^^^^^^
// MDSL4009: MeanSquaredErrorLoss behind Sigmoid: where a prediction is sure and wrong, it hardly learns.
// Use BinaryCrossEntropyLoss, for targets in [0, 1].
// mend: Replace MeanSquaredErrorLoss by BinaryCrossEntropyLoss
public partial class Net;
