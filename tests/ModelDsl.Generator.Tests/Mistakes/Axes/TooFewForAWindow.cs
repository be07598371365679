// Four numbers make an image, but none that a window of 3 × 3 fits into.
using ModelDsl;

[Model, Input(4), Conv2D(8, 3), ReLU]
//                ^^^^^^^^^^^^
// MDSL2008: Conv2D needs (height, width, channels), but its input is (4).
// Give the model an input of that shape, such as [Input(28, 28, 1)].
public partial class Net;
