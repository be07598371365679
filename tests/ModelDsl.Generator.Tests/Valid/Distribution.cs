// A distribution as target.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, KLDivergenceLoss]
public partial class Net;
