// A pooling joins steps that count with some that do not.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), MaxPool1D(2), LSTM(4), LastStep, Dense(1)]
//                                   ^^^^^^^^^^^^
// MDSL2020: MaxPool1D mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Remove Lengths, or use layers that work at each step by itself.
// mend: Remove Lengths
public partial class Net;
