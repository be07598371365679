// A mean over the steps and some channels of an example.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), LSTM(4), GroupNorm(2), LastStep, Dense(1)]
//                                            ^^^^^^^^^^^^
// MDSL2020: GroupNorm mixes steps behind an example's length into those before it, and its input (6, 4) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// mend: Replace GroupNorm by LayerNorm
public partial class Net;
