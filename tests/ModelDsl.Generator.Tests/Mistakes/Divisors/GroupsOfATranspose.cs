// The same, the other way round.
using ModelDsl;

[Model, Input(8, 8, 6), ConvTranspose2D(8, 3, Groups = 5), ReLU]
//                                                     ^
// MDSL2010: ConvTranspose2D: 5 groups do not divide the 6 channels of its input (8, 8, 6).
// Use 1 or 2.
// mend: Use 2
public partial class Net;
