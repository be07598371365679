// The same of features.
using ModelDsl;

[Model, Input(4), Dense(8), BatchNorm(Offset = false), ReLU, Dense(1)]
//                ^^^^^^^^
// MDSL4007: Dense adds a bias that BatchNorm subtracts again with the mean.
// Write Bias = false.
// mend: Write Bias = false
public partial class Net;
