// A mean over the steps of an example.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), LSTM(4), InstanceNorm, LastStep, Dense(1)]
//                                            ^^^^^^^^^^^^
// MDSL2020: InstanceNorm mixes steps behind an example's length into those before it, and its input (6, 4) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// mend: Use LayerNorm
public partial class Net;
