// One number divided by its size is its sign.
using ModelDsl;

[Model, Input(4, 1), RMSNorm, LSTM(8), LastStep, Dense(1)]
//                   ^^^^^^^
// MDSL2013: RMSNorm of (4, 1) takes mean and variance over the last axis, which is a single number.
// Remove it.
// mend: Remove RMSNorm
public partial class Net;
