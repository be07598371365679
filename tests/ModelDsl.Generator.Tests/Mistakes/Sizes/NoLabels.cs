// A sequence of no labels.
using ModelDsl;

[Model, Input(8, 4)]
[GRU(8), Dense(6), Softmax]
[CTCLoss(0)]
//       ^
// MDSL2004: CTCLoss: 0 labels, but an example has at least 1.
// Give the most labels that an example has, at most the 8 steps.
// mend: Use 1
public partial class Net;
