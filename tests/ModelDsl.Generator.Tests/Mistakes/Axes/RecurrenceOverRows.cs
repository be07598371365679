// The rows of an image in shades of grey as steps.
using ModelDsl;

[Model, Input(28, 20, 1), GRU(16), LastStep, Dense(10), Softmax, CrossEntropyLoss]
//                        ^^^^^^^
// MDSL2008: GRU needs (length, channels), but its input is (28, 20, 1).
// Give the input that shape, such as by [Reshape(28, 20)].
// mend: Insert [Reshape(28, 20)]
public partial class Net;
