// An image of one pixel.
using ModelDsl;

[Model, Input(1, 1, 8), InstanceNorm, Flatten, Dense(1)]
//                      ^^^^^^^^^^^^
// MDSL2013: InstanceNorm of (1, 1, 8) takes mean and variance over the pixels of a channel, which is a single number.
// Use LayerNorm, which normalises the channels of a pixel, or remove it.
// mend: Use LayerNorm
public partial class Net;
