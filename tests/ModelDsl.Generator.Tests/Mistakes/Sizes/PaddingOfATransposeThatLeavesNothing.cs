// The padding of a transposed convolution is cut off its output.
using ModelDsl;

[Model, Input(2, 2, 1), ConvTranspose2D(4, 2, PaddingSize = 9)]
//                                                          ^
// MDSL2004: ConvTranspose2D: a padding of 9 leaves nothing of (2, 2, 1) along the height.
// Use a smaller one.
// mend: Use 0
public partial class Net;
