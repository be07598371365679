// Behind the last step lengths no longer matter.
using ModelDsl;

[Model, TokenInput(6, Lengths = true), Embedding(7, 4), LSTM(4), LastStep, BatchNorm, Dense(3), Softmax, CrossEntropyLoss]
public partial class Net;
