// A loss on a line of its own, before a layer.
using ModelDsl;

[Model, Input(4)]
[HuberLoss]
//^^^^^^^^
// MDSL3001: HuberLoss stands before Dense.
// Move it to the end: a loss compares the last layer's output with the target.
// mend: Move HuberLoss to the end
[Dense(1)]
public partial class Net;
