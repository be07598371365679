// A mean over all steps counts those that are none.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), BatchNorm, LSTM(4), LastStep, Dense(1)]
//                                   ^^^^^^^^^
// MDSL2020: BatchNorm mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// mend: Use LayerNorm
public partial class Net;
