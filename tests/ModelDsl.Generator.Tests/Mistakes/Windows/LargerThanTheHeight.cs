// The same, along the height.
using ModelDsl;

[Model, Input(9, 4, 1), DepthwiseConv2D(10, 1)]
//                                      ^^
// MDSL2009: DepthwiseConv2D: its window of 10×1 does not fit into (9, 4, 1).
// Use at most 9 along the height, or Padding = Padding.Same.
// mend: Use 9
public partial class Net;
