// Pixels in one row, as many data sets have them.
using ModelDsl;

[Model, Input(784)]
[Conv2D(8, 3), ReLU, Flatten]
//^^^^^^^^^^^
// MDSL2008: Conv2D needs (height, width, channels), but its input is (784).
// Give the input that shape, such as by [Reshape(28, 28, 1)].
// mend: Insert [Reshape(28, 28, 1)]
[Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
