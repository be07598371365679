// Padding.Same says how large the output is.
using ModelDsl;

[Model, Input(4, 4, 1), ConvTranspose2D(8, 3, Stride = 2, Padding = Padding.Same, OutputPadding = 1)]
//                                                                                                ^
// MDSL2007: ConvTranspose2D: OutputPadding is not used with Padding.Same, which gives the input's size times the stride.
// Remove one of the two.
// mend: Remove OutputPadding
public partial class Net;
