// A film of images, which no layer of images takes.
using ModelDsl;

[Model, Input(10, 32, 32, 3), DepthwiseConv2D(3), ReLU]
//                            ^^^^^^^^^^^^^^^^^^
// MDSL2008: DepthwiseConv2D needs (height, width, channels), but its input is (10, 32, 32, 3).
// Give the input that shape, such as by [Reshape(10, 1024, 3)].
// mend: Insert [Reshape(10, 1024, 3)]
public partial class Net;
