// Weights and biases that start as they are told to.
using ModelDsl;

[Model, Input(4), Dense(8, Initializer = Initializer.HeNormal, BiasInitializer = Initializer.Constant, BiasValue = 0.1), ReLU, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
