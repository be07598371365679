// The window of one axis alone.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, -3)]
//                                   ^^
// MDSL2004: Conv2D: kernelWidth is -3, but its window has at least 1 element along the width.
// Use a positive number.
// mend: Use 3
public partial class Net;
