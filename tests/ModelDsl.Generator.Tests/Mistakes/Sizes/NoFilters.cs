// A convolution without filters.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(0, 3)]
//                             ^
// MDSL2004: Conv2D: 0 filters, but a layer has at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
