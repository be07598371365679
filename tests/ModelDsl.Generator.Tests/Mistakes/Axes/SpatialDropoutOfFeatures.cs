// Without pixels a channel is one value.
using ModelDsl;

[Model, Input(48), Dense(8), ReLU, SpatialDropout(0.5), Dense(1)]
//                                 ^^^^^^^^^^^^^^^^^^^
// MDSL2008: SpatialDropout needs axes before the channels, as in (height, width, channels), but its input is (8).
// Use Dropout, which drops single values.
// mend: Use Dropout
public partial class Net;
