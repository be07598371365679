// Softplus keeps predictions positive and learning.
using ModelDsl;

[Model, Input(4), Dense(1), Softplus, MeanSquaredErrorLoss]
public partial class Net;
