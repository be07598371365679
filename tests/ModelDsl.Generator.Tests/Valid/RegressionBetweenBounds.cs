// A tanh for targets between −1 and 1 that are no probabilities.
using ModelDsl;

[Model, Input(4), Dense(8), ReLU, Dense(1), Tanh, MeanSquaredErrorLoss]
public partial class Net;
