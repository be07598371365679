// A window as large as the map.
using ModelDsl;

[Model, Input(7, 7, 16), Conv2D(32, 7), ReLU, Flatten, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
