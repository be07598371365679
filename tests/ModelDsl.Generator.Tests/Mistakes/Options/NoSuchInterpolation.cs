// A number that is no interpolation.
using ModelDsl;

[Model, Input(8, 8, 1), Upsample2D(2, Interpolation = (Interpolation)5)]
//                                                    ^^^^^^^^^^^^^^^^
// MDSL2007: Upsample2D: Interpolation is no member of its enum.
// Use Interpolation.Nearest or Interpolation.Bilinear.
// mend: Use Interpolation.Nearest
public partial class Net;
