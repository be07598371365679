// Pixels of three channels, one behind the other.
using ModelDsl;

[Model, Input(6400, 3), SeparableConv2D(8, 3), ReLU]
//                      ^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: SeparableConv2D needs (height, width, channels), but its input is (6400, 3).
// Give the input that shape, such as by [Reshape(80, 80, 3)].
// mend: Insert [Reshape(80, 80, 3)]
public partial class Net;
