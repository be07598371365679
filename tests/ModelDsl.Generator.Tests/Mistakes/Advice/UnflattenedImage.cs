// A dense layer works on the last axis, which of an image is its channels.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Dense(10), Softmax]
//^^^^^^^^
// MDSL4004: Dense works on the last axis of (28, 28, 1), so every pixel gets classes of its own.
// Insert [Flatten] to classify the image as a whole.
// mend: Insert [Flatten]
[CrossEntropyLoss]
public partial class Net;
