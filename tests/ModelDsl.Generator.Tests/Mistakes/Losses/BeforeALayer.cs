// A loss compares what the last layer gives.
using ModelDsl;

[Model, Input(4), MeanSquaredErrorLoss, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^
// MDSL3001: MeanSquaredErrorLoss stands before Dense.
// Move it to the end: a loss compares the last layer's output with the target.
// mend: Move MeanSquaredErrorLoss to the end
public partial class Net;
