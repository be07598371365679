// Padding helps, but not enough.
using ModelDsl;

[Model, Input(4, 4, 1), Conv2D(8, 7, PaddingSize = 1)]
//                                ^
// MDSL2009: Conv2D: its window of 7×7 does not fit into (4, 4, 1), not even with its padding.
// Use at most 6, or more padding.
// mend: Use 6
public partial class Net;
