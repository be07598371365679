// A weight for each class.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(ClassWeights = [1, 2, 0.5])]
public partial class Net;
