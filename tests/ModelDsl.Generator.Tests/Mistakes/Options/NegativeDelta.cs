// The error at which the loss turns linear.
using ModelDsl;

[Model, Input(4), Dense(1), HuberLoss(Delta = -1)]
//                                            ^^
// MDSL2007: HuberLoss: Delta is -1, but it has to be a number above 0.
// It is the error at which the loss turns linear: use one such as 1.
// mend: Use 1
public partial class Net;
