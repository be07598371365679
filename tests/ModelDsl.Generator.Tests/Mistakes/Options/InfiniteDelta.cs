// A loss that never turns linear is another one.
using ModelDsl;

[Model, Input(4), Dense(1), HuberLoss(Delta = double.PositiveInfinity)]
//                                            ^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2007: HuberLoss: Delta is Infinity, but it has to be a number above 0.
// It is the error at which the loss turns linear: use one such as 1.
// mend: Use 1
public partial class Net;
