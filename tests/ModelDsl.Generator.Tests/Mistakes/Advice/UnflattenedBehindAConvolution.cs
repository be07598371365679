// The same, behind a convolution.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Conv2D(8, 3), ReLU, MaxPool2D(2)]
[Dense(10), Softmax]
//^^^^^^^^
// MDSL4004: Dense works on the last axis of (13, 13, 8), so every pixel gets classes of its own.
// Insert [Flatten] to classify the image as a whole.
// mend: Insert [Flatten]
[CrossEntropyLoss]
public partial class Net;
