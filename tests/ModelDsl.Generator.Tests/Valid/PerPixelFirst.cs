// A dense layer of each pixel, before the image is flattened.
using ModelDsl;

[Model, Input(28, 28, 3), Dense(8), GELU, Flatten, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
