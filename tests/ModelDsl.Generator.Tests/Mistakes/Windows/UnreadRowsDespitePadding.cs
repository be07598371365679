// Padding of one pixel does not make up for it.
using ModelDsl;

[Model, Input(32, 32, 1), Conv2D(8, 3, Stride = 4, PaddingSize = 1), ReLU]
//                                              ^
// MDSL4006: Conv2D: with a stride of 4 its window never reads the last 2 rows and 2 columns of (32, 32, 1).
// Use Padding = Padding.Same, or more padding.
// mend: Write Padding = Padding.Same and remove PaddingSize
public partial class Net;
