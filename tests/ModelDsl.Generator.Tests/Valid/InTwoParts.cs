// A second part with members of its own.
using ModelDsl;

[Model, Input(4), Dense(1), MeanSquaredErrorLoss]
partial class Net;

partial class Net
{
    public int Extra { get; set; }
}
