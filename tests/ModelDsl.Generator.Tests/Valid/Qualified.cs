// Attributes may be written with their namespace.
using ModelDsl;

[ModelDsl.Model, ModelDsl.Input(4), ModelDsl.Dense(1), ModelDsl.MeanSquaredErrorLoss]
public partial class Net;
