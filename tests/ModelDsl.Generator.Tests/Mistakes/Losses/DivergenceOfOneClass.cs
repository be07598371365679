// A distribution over one class.
using ModelDsl;

[Model, Input(4), Dense(1), Softmax, KLDivergenceLoss]
//                          ^^^^^^^
// MDSL3006: Softmax of (1) is always 1: there is only one class.
// Use Sigmoid and BinaryCrossEntropyLoss for yes or no, or a Dense of as many units as there are classes.
public partial class Net;
