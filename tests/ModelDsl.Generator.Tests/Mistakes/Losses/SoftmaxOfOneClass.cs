// Yes or no, written as a class of several.
using ModelDsl;

[Model, Input(4), Dense(1), Softmax, CrossEntropyLoss]
//                          ^^^^^^^
// MDSL3006: Softmax of (1) is always 1: there is only one class.
// Use Sigmoid and BinaryCrossEntropyLoss for yes or no, or a Dense of as many units as there are classes.
// mend: Replace Softmax by Sigmoid and replace CrossEntropyLoss by BinaryCrossEntropyLoss
public partial class Net;
