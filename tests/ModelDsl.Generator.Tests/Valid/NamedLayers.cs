// Layers with names of their own.
using ModelDsl;

[Model, Input(4), Dense(8, Name = "hidden"), Mish, Dense(1, Name = "output"), MeanSquaredErrorLoss]
public partial class Net;
