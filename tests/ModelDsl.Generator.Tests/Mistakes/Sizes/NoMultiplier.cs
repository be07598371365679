// Each channel has at least one filter.
using ModelDsl;

[Model, Input(8, 8, 1), DepthwiseConv2D(3, Multiplier = 0)]
//                                                      ^
// MDSL2004: DepthwiseConv2D: 0 filters for each channel, but there is at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
