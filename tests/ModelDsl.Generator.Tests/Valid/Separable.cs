// Convolutions of each channel, and enlarging.
using ModelDsl;

[Model, Input(8, 8, 4), DepthwiseConv2D(3, Multiplier = 2), GroupNorm(2), ReLU, SeparableConv2D(8, 3, Bias = false), InstanceNorm(Scale = true), Upsample2D(2, 3)]
public partial class Net;
