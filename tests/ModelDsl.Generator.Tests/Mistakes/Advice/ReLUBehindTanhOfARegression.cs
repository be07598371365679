// What a tangent gives is cut off at 0, before a loss that cuts off nothing.
using ModelDsl;

[Model, Input(4), Dense(1), Tanh, ReLU, MeanSquaredErrorLoss]
//                                ^^^^
// MDSL4003: ReLU stands behind Tanh with no layer between: one activation is enough.
// Remove ReLU.
// mend: Remove ReLU
public partial class Net;
