// A stride longer than its window is a choice of pixels.
using ModelDsl;

[Model, Input(32, 32, 16), Conv2D(32, 1, Stride = 2, Bias = false)]
public partial class Net;
