// Averages that never follow.
using ModelDsl;

[Model, Input(4), Dense(8, Bias = false), BatchNorm(Momentum = 0), ReLU, Dense(1)]
//                                                             ^
// MDSL2007: BatchNorm: Momentum is 0, but it is the share of the newest batch, above 0 and at most 1.
// Use one such as 0.1, which Keras writes as 0.9.
// mend: Use 0.1
public partial class Net;
