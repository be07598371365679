// Recurrent layers behind each other; the last step is taken once.
using ModelDsl;

[Model, Input(48, 3), GRU(16), LSTM(Width.Same), RNN(8, ReLU = true), LastStep, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
