// Soft targets are no indices.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4), Dense(3), Softmax]
[CrossEntropyLoss(SoftTargets = true, IgnoreIndex = 1)]
//                                                  ^
// MDSL2007: CrossEntropyLoss: IgnoreIndex goes with class indices, not with SoftTargets.
// Remove one of the two.
// mend: Remove IgnoreIndex
public partial class Net;
