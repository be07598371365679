// Shares of classes as target.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, CrossEntropyLoss(SoftTargets = true, LabelSmoothing = 0.1)]
public partial class Net;
