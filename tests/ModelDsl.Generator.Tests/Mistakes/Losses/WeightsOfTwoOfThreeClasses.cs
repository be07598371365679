// A weight for each class.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [0.5, 2])]
//                                                                   ^^^^^^^^
// MDSL3007: CrossEntropyLoss: ClassWeights has 2 values for 3 classes.
// Give one weight for each class.
// mend: Use [0.5, 2, 1]
public partial class Net;
