// Dilation spreads a window of 3 over 5.
using ModelDsl;

[Model, Input(4, 4, 1), Conv2D(8, kernelSize: 3, Dilation = 2)]
//                                            ^
// MDSL2009: Conv2D: its window of 3×3 spread over 5×5 does not fit into (4, 4, 1).
// Use at most 2, or Padding = Padding.Same.
// mend: Use 2
public partial class Net;
