// A constant would be divided by 0.
using ModelDsl;

[Model, Input(4, 4, 2), LayerNorm(Epsilon = 0), Flatten, Dense(1)]
//                                          ^
// MDSL2007: LayerNorm: Epsilon is 0, but it has to be a number above 0.
// It keeps a constant from being divided by 0: use one such as 1e-5.
// mend: Use 1e-5
public partial class Net;
