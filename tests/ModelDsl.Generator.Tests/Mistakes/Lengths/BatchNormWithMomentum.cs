// The same, with an option that a layer norm has not.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), LSTM(4), BatchNorm(Momentum = 0.2), LastStep, Dense(1)]
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2020: BatchNorm mixes steps behind an example's length into those before it, and its input (6, 4) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// mend: Remove Momentum and use LayerNorm
public partial class Net;
