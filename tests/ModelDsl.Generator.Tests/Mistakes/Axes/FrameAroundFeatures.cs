// Only images have a frame.
using ModelDsl;

[Model, Input(48), ZeroPadding2D(2), Flatten, Dense(1)]
//                 ^^^^^^^^^^^^^^^^
// MDSL2008: ZeroPadding2D needs (height, width, channels), but its input is (48).
// Give the input that shape, such as by [Reshape(1, 48, 1)].
// mend: Insert [Reshape(1, 48, 1)]
public partial class Net;
