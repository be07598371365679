// Groups of one number each.
using ModelDsl;

[Model, Input(8), Dense(16), GroupNorm(16), ReLU, Dense(1)]
//                           ^^^^^^^^^^^^^
// MDSL2013: GroupNorm of (16) takes mean and variance over a group, which is a single number.
// Use fewer groups, such as 8.
// mend: Use GroupNorm(8)
public partial class Net;
