// A model without an input.
using ModelDsl;

[Model, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
//                   ^^^
// MDSL2001: The model does not say what it is given.
// Start with its input, such as [Input(784)].
