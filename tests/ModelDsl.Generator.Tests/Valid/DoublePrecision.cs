// A model that computes in double precision.
using ModelDsl;

[Model(Precision = Precision.Double), Input(4), Dense(1), MeanSquaredErrorLoss]
partial class Net;
