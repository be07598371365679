// The pixels of an image as steps.
using ModelDsl;

[Model, Input(28, 28, 3), LSTM(16), LastStep, Dense(10), Softmax, CrossEntropyLoss]
//                        ^^^^^^^^
// MDSL2008: LSTM needs (length, channels), but its input is (28, 28, 3).
// Give the input that shape, such as by [Reshape(784, 3)].
// mend: Insert [Reshape(784, 3)]
public partial class Net;
