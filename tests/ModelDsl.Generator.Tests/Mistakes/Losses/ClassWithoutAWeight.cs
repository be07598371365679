// A class that weighs nothing is never learned.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, 2, 0])]
//                                                                   ^^^^^^^^^
// MDSL3007: CrossEntropyLoss: ClassWeights has 0 for class 2, but a weight is a number above 0.
// Give a positive weight for each class, or leave one out by IgnoreIndex = 2.
public partial class Net;
