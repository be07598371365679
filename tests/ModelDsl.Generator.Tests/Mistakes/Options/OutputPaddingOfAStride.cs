// More than a stride leaves open.
using ModelDsl;

[Model, Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, OutputPadding = 2)]
//                                                                        ^
// MDSL2007: ConvTranspose2D: OutputPadding is 2, but it is at least 0 and less than the stride or the dilation, here 2.
// Use 1.
// mend: Use 1
public partial class Net;
