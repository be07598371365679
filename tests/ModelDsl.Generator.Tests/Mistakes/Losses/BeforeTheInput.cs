// The loss stands where some libraries name it.
using ModelDsl;

[Model, MeanSquaredErrorLoss, Input(4), Dense(1)]
//      ^^^^^^^^^^^^^^^^^^^^
// MDSL3001: MeanSquaredErrorLoss stands before Input.
// Move it to the end: a loss compares the last layer's output with the target.
// mend: Move MeanSquaredErrorLoss to the end
public partial class Net;
