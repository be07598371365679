// Flatten and a global pooling are two ways to the same end.
using ModelDsl;

[Model, Input(28, 28, 1), Conv2D(8, 3), ReLU, Flatten, GlobalMaxPool, Dense(1)]
//                                                     ^^^^^^^^^^^^^
// MDSL2008: GlobalMaxPool needs axes before the channels, as in (height, width, channels), but its input is (5408).
// Remove [Flatten] before it.
// mend: Remove Flatten
public partial class Net;
