// What comes out is what went in.
using ModelDsl;

[Model, Input(64), Dense(16), ReLU, Dense(4), Dropout(0.1), ReLU, Dense(16), ReLU, Dense(64), MeanSquaredErrorLoss]
public partial class Net;
