// A norm over no group.
using ModelDsl;

[Model, Input(8, 8, 4), GroupNorm(0)]
//                                ^
// MDSL2004: GroupNorm: 0 groups, but there is at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
