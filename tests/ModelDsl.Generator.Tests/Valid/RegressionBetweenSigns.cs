// A tangent for targets between -1 and 1.
using ModelDsl;

[Model, Input(4), Dense(8), ReLU, Dense(2), Tanh, MeanAbsoluteErrorLoss]
public partial class Net;
