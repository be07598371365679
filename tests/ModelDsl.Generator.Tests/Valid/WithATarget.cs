// The target of attributes may be written.
using ModelDsl;

[type: Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
