// Classes for each pixel, by a convolution of single pixels.
using ModelDsl;

[Model, Input(16, 16, 3)]
[Conv2D(8, 3, Padding = Padding.Same), ReLU, Upsample2D(2, Interpolation = Interpolation.Bilinear)]
[Conv2D(5, 1), Softmax, CrossEntropyLoss]
public partial class Net;
