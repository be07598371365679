// Two sizes of a window say that it is for images.
using ModelDsl;

[Model, Input(48, 3), Conv2D(8, 3, 3), ReLU]
//                    ^^^^^^^^^^^^^^^
// MDSL2008: Conv2D needs (height, width, channels), but its input is (48, 3).
// For sequences use Conv1D.
public partial class Net;
