// Smoothing by 1 leaves nothing of the label.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax]
[CrossEntropyLoss(LabelSmoothing = 1)]
//                                 ^
// MDSL2005: CrossEntropyLoss: LabelSmoothing is 1, but it is a share of the target in [0, 1).
// Use 0.1.
// mend: Use 0.1
public partial class Net;
