// Outputs that add up to 1 are a distribution.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, MeanAbsoluteErrorLoss]
//                          ^^^^^^^
// MDSL4005: Softmax before MeanAbsoluteErrorLoss: the predictions of an example always add up to 1.
// Remove it, or use CrossEntropyLoss for classes.
// mend: Remove Softmax
public partial class Net;
