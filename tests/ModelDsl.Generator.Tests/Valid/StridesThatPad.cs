// Strides with Padding.Same read every pixel.
using ModelDsl;

[Model, Input(32, 32, 3), Conv2D(Width.Twice, 3, Stride = 2, Padding = Padding.Same, Bias = false), BatchNorm, PReLU, GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
