// Names that members of the class have already.
using ModelDsl;

[Model, Input(4), Dense(8, Name = "out"), ReLU(Name = "this"), Dense(1, Name = "run"), MeanSquaredErrorLoss]
public partial class Net;
