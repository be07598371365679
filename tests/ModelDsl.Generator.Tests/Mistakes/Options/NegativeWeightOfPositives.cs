// A weight that would reward mistakes.
using ModelDsl;

[Model, Input(4), Dense(1), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = -1)]
//                                                                           ^^
// MDSL2007: BinaryCrossEntropyLoss: PositiveWeight is -1, but it has to be a number above 0.
// Use 1 for equal weights, or negatives ÷ positives for a rare class.
// mend: Use 1
public partial class Net;
