// The base class may be written, in the precision of the model.
using ModelDsl;

[Model(Precision = Precision.Double), Input(4), Dense(1), MeanSquaredErrorLoss]
public partial class Net : Model<double>;
