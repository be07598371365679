// A window that fits one axis, but not the other.
using ModelDsl;

[Model, Input(9, 4, 1), Conv2D(8, 9, 5)]
//                                   ^
// MDSL2009: Conv2D: its window of 9×5 does not fit into (9, 4, 1).
// Use at most 4 along the width, or Padding = Padding.Same.
// mend: Use 4
public partial class Net;
