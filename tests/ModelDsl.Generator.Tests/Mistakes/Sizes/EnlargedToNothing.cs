// An image times 0.
using ModelDsl;

[Model, Input(8, 8, 1), Upsample2D(0)]
//                                 ^
// MDSL2004: Upsample2D: a factor of 0 leaves no pixels.
// Use a positive number, such as 2.
// mend: Use 2
public partial class Net;
