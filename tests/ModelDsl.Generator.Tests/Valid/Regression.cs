// Nothing between the last layer and the loss.
using ModelDsl;

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
