// Soft targets are no indices that weights could belong to.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(SoftTargets = true, ClassWeights = [1, 2, 3])]
//                                                                                       ^^^^^^^^^
// MDSL3007: CrossEntropyLoss: ClassWeights go with class indices, not with SoftTargets.
// Remove one of the two.
// mend: Remove ClassWeights
public partial class Net;
