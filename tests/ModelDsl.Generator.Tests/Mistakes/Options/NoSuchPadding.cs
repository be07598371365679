// A number that is no padding.
using ModelDsl;

[Model, Input(8, 8, 1), Conv2D(4, 3, Padding = (Padding)7)]
//                                             ^^^^^^^^^^
// MDSL2007: Conv2D: Padding is 7, which is no member of its enum.
// Use Padding.Valid, Padding.Same or Padding.Explicit.
// mend: Use Padding.Same
public partial class Net;
