// A stride of 2 over 28 pixels by windows of 3 leaves one out.
using ModelDsl;

[Model, Input(28, 28, 1), Conv2D(8, 3, Stride = 2), ReLU]
//                                              ^
// MDSL4006: Conv2D: with a stride of 2 its window never reads the last row and column of (28, 28, 1).
// Use Padding = Padding.Same, or say Padding = Padding.Valid if it is meant.
// mend: Write Padding = Padding.Same
public partial class Net;
