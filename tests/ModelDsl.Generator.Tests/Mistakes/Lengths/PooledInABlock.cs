// A block that pools steps, where the lengths are the model's.
using ModelDsl;

[Block, MaxPool1D(2), ReLU]
public class Pooling;

[Model, Input(6, 3, Lengths = true), Repeat<Pooling>(1), LSTM(4), LastStep, Dense(1)]
//                                   ^^^^^^^^^^^^^^^^^^
// MDSL2020: MaxPool1D mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Remove Lengths, or use layers that work at each step by itself.
// It is in Pooling.
public partial class Net;
