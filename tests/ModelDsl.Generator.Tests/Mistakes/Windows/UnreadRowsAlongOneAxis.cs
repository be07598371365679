// The width comes out even, the height does not.
using ModelDsl;

[Model, Input(28, 27, 1), Conv2D(8, 3, StrideHeight = 2), ReLU]
//                                                    ^
// MDSL4006: Conv2D: with a stride of 2 its window never reads the last row of (28, 27, 1).
// Use Padding = Padding.Same, or say Padding = Padding.Valid if it is meant.
// mend: Write Padding = Padding.Same
public partial class Net;
