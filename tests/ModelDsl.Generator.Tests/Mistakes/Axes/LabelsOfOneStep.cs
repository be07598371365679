// A sequence of labels needs steps to take them from.
using ModelDsl;

[Model, Input(8, 4)]
[GRU(8), LastStep, Dense(6), Softmax]
[CTCLoss(2)]
//^^^^^^^^^
// MDSL2008: CTCLoss needs (steps, classes), but its input is (6).
// Keep the steps until there, or use CrossEntropyLoss for one class of each example.
// mend: Replace CTCLoss by CrossEntropyLoss
public partial class Net;
