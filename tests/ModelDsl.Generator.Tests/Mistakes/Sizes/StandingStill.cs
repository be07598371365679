// A window that does not move.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, Stride = 0)]
//                                            ^
// MDSL2004: Conv2D: Stride is 0, but its window moves by at least 1 along the height.
// Use a positive number.
// mend: Use 1
public partial class Net;
