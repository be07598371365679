// A class for each step.
using ModelDsl;

[Model, Input(64, 8), Dense(65), Softmax, CrossEntropyLoss]
public partial class Net;
