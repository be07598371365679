// The first layers of the networks for ImageNet.
using ModelDsl;

[Model, Input(224, 224, 3), Conv2D(64, 7, Stride = 2, PaddingSize = 3, Bias = false), BatchNorm, ReLU, MaxPool2D(3, Stride = 2, PaddingSize = 1)]
public partial class Net;
