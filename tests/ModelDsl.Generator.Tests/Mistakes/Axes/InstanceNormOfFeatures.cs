// An instance norm is over the pixels of a channel.
using ModelDsl;

[Model, Input(48), Dense(8), InstanceNorm(Scale = true), ReLU, Dense(1)]
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: InstanceNorm needs axes before the channels, as in (height, width, channels), but its input is (8).
// Use LayerNorm, which normalises the features of an example.
// mend: Use LayerNorm
public partial class Net;
