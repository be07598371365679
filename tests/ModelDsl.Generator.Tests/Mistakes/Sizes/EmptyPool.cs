// The window of a pooling, along its width.
using ModelDsl;

[Model, Input(8, 8, 1), MaxPool2D(2, 0)]
//                                   ^
// MDSL2004: MaxPool2D: width is 0, but its window has at least 1 element along the width.
// Use a positive number.
// mend: Use 1
public partial class Net;
