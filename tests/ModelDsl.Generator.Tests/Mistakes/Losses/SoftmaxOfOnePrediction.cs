// The same, without a loss.
using ModelDsl;

[Model, Input(4), Dense(1), Softmax]
//                          ^^^^^^^
// MDSL3006: Softmax of (1) is always 1: there is only one class.
// Use Sigmoid for yes or no, or a Dense of as many units as there are classes.
// mend: Replace Softmax by Sigmoid
public partial class Net;
