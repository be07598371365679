// Two numbers at once.
using ModelDsl;

[Model, Input(4), Dense(8), Tanh, Dense(2), MeanAbsoluteErrorLoss]
public partial class Net;
