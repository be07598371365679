// Padding.Valid says that the rest is not needed.
using ModelDsl;

[Model, Input(28, 28, 1), Conv2D(8, 3, Stride = 2, Padding = Padding.Valid)]
public partial class Net;
