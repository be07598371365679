// Poolings with padding, and with a size for each axis.
using ModelDsl;

[Model, Input(5, 5, 2), MaxPool2D(2, Padding = Padding.Same), AveragePool2D(2, 1, Stride = 1)]
public partial class Net;
