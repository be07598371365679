// Rows that are added, not taken away.
using ModelDsl;

[Model, Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, OutputPadding = -1)]
//                                                                        ^^
// MDSL2007: ConvTranspose2D: OutputPadding is -1, but it is at least 0 and less than the stride or the dilation, here 2.
// Use 0.
// mend: Use 0
public partial class Net;
