// A window without elements.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 0)]
//                                ^
// MDSL2004: Conv2D: kernelSize is 0, but its window has at least 1 element along the height.
// Use a positive number.
// mend: Use 1
public partial class Net;
