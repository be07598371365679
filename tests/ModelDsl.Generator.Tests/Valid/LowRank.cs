// A narrow linear layer before a wide one: a matrix of low rank.
using ModelDsl;

[Model, Input(40), Dense(4, Bias = false), Dense(64), ReLU, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
