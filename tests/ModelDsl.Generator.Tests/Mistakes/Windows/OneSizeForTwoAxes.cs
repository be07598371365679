// The smaller axis decides.
using ModelDsl;

[Model, Input(5, 4, 1), SeparableConv2D(8, 7)]
//                                         ^
// MDSL2009: SeparableConv2D: its window of 7×7 does not fit into (5, 4, 1).
// Use at most 4, or Padding = Padding.Same.
// mend: Use 4
public partial class Net;
