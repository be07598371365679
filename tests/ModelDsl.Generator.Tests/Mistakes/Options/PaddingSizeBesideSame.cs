// Padding.Same says how large the padding is.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, Padding = Padding.Same, PaddingSize = 1)]
//                                                                         ^
// MDSL2007: Conv2D: PaddingSize is only used by Padding.Explicit, but Padding is Same.
// Remove one of the two.
// mend: Remove PaddingSize
public partial class Net;
