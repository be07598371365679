// The share of the newest batch is at most all of it.
using ModelDsl;

[Model, Input(4), Dense(8, Bias = false), BatchNorm(Momentum = 1.5), ReLU, Dense(1)]
//                                                             ^^^
// MDSL2007: BatchNorm: Momentum is 1.5, but it is the share of the newest batch, above 0 and at most 1.
// Use one such as 0.1, which Keras writes as 0.9.
// mend: Use 0.1
public partial class Net;
