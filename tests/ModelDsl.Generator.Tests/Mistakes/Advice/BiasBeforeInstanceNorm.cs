// The same of the pixels of an example.
using ModelDsl;

[Model, Input(28, 28, 1), ConvTranspose2D(8, 3, Bias = true), InstanceNorm, ReLU]
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL4007: ConvTranspose2D adds a bias that InstanceNorm subtracts again with the mean.
// Write Bias = false.
// mend: Write Bias = false
public partial class Net;
