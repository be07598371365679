// Dropout between a layer and its activation.
using ModelDsl;

[Model, Input(9), Dense(8), Dropout(0.2), ReLU, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
