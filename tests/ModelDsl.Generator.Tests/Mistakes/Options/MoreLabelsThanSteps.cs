// A step gives at most one label.
using ModelDsl;

[Model, Input(8, 4)]
[GRU(8), Dense(6), Softmax]
[CTCLoss(9)]
//       ^
// MDSL2007: CTCLoss: 9 labels do not fit the 8 steps of (8, 6): a step gives at most one.
// Use at most 8, or leave more steps.
// mend: Use 8
public partial class Net;
