// Norms behind each other.
using ModelDsl;

[Model, Input(28, 28, 1), Conv2D(8, 3), GroupNorm(2), BatchNorm, InstanceNorm(Offset = true), BatchNorm]
public partial class Net;
