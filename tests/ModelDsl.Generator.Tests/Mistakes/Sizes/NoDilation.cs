// Neighbouring elements are 1 apart, not 0.
using ModelDsl;

[Model, Input(8, 8, 1), SeparableConv2D(4, 3, Dilation = 0)]
//                                                       ^
// MDSL2004: SeparableConv2D: Dilation is 0, but what its window reads is at least 1 apart along the height.
// Use a positive number.
// mend: Use 1
public partial class Net;
