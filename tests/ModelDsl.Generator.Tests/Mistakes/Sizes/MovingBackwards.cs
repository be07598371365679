// A stride along one axis.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, StrideWidth = -1)]
//                                                 ^^
// MDSL2004: Conv2D: StrideWidth is -1, but its window moves by at least 1 along the width.
// Use a positive number.
// mend: Use 1
public partial class Net;
