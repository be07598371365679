// A group takes an equal share of the channels.
using ModelDsl;

[Model, Input(8, 8, 6), Conv2D(8, 3, Groups = 4), ReLU]
//                                            ^
// MDSL2010: Conv2D: 4 groups do not divide the 6 channels of its input (8, 8, 6).
// Use 1 or 2.
// mend: Use 2
public partial class Net;
