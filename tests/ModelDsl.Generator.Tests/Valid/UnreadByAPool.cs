// A pooling leaves out what remains at the end, as everybody expects.
using ModelDsl;

[Model, Input(29, 29, 1), Conv2D(4, 2), ReLU, MaxPool2D(3), Flatten, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
