// Padding.Valid says that there is none.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, Padding = Padding.Valid, PaddingWidth = 1)]
//                                                                           ^
// MDSL2007: Conv2D: PaddingWidth is only used by Padding.Explicit, but Padding is Valid.
// Remove one of the two.
// mend: Remove PaddingWidth
public partial class Net;
