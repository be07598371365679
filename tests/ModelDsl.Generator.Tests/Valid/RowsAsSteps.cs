// The rows of an image, one after the other.
using ModelDsl;

[Model, Input(28, 28, 1), Reshape(28, 28), LSTM(32), LastStep, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
