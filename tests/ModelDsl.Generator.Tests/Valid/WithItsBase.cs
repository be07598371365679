// The base class may be written.
using ModelDsl;

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
public partial class Net : Model<float>;
