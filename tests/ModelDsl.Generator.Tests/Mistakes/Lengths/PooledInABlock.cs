// A block that pools steps, where the lengths are the model's.
using ModelDsl;

[Block, MaxPool1D(2), ReLU]
public class Pooling;

[Model, Input(6, 3, Lengths = true), Repeat<Pooling>(1), LSTM(4), LastStep, Dense(1)]
public partial class Net;
