// One number less its mean is 0.
using ModelDsl;

[Model, Input(4, 1), LayerNorm, LSTM(8), LastStep, Dense(1)]
//                   ^^^^^^^^^
// MDSL2013: LayerNorm of (4, 1) takes mean and variance over the last axis, which is a single number.
// Remove it.
// mend: Remove LayerNorm
public partial class Net;
