// Several answers that do not exclude each other.
using ModelDsl;

[Model, Input(4), Dense(5), Sigmoid, BinaryCrossEntropyLoss(PositiveWeight = 3)]
public partial class Net;
