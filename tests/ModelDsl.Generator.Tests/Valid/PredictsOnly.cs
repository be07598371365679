// A model without a loss, for weights from elsewhere.
using ModelDsl;

[Model, Input(4), Dense(8), ReLU, Dense(3), Softmax]
public partial class Net;
