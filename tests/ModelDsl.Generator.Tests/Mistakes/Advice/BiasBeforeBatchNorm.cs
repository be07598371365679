// A mean is subtracted, and the bias with it.
using ModelDsl;

[Model, Input(28, 28, 1), Conv2D(8, 3), BatchNorm, ReLU]
//                        ^^^^^^^^^^^^
// MDSL4007: Conv2D adds a bias that BatchNorm subtracts again with the mean.
// Write Bias = false.
// mend: Write Bias = false
public partial class Net;
