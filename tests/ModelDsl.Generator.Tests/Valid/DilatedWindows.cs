// Windows spread along one axis.
using ModelDsl;

[Model, Input(12, 9, 1), Conv2D(4, 3, DilationHeight = 2, StrideWidth = 2), ReLU, GlobalMaxPool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
