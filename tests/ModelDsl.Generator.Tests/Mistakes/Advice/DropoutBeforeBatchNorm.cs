// Dropout's variance is gone in prediction.
using ModelDsl;

[Model, Input(30)]
[Dense(64, Bias = false), Dropout(0.5), BatchNorm, ReLU]
//                        ^^^^^^^^^^^^
// MDSL4008: Dropout before BatchNorm, which then learns a variance that predictions do not have.
// Move Dropout behind BatchNorm.
// mend: Insert [Dropout(0.5)] and remove Dropout
[Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public partial class Net;
