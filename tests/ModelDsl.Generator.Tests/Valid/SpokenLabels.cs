// Labels that are not aligned with the steps.
using ModelDsl;

[Model, Input(20, 8, Lengths = true), GRU(16), Dense(6), Softmax, CTCLoss(9, Blank = 5)]
public partial class Net;
