// One group is no grouping.
using ModelDsl;

[Model, Input(8, 8, 1), ConvTranspose2D(4, 3, Groups = 0)]
//                                                     ^
// MDSL2004: ConvTranspose2D: 0 groups, but there is at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
