// Groups of channels that are normalised together.
using ModelDsl;

[Model, Input(8, 8, 6), Conv2D(12, 3), GroupNorm(8), ReLU]
//                                               ^
// MDSL2010: GroupNorm: 8 groups do not divide the 12 channels of its input (6, 6, 12).
// Use 1, 2, 3, 4, 6 or 12.
// mend: Use 6
public partial class Net;
