// One of two activations is too many.
using ModelDsl;

[Model, Input(4), Dense(8), ReLU, Tanh, Dense(1)]
//                                ^^^^
// MDSL4003: Tanh stands behind ReLU with no layer between: one activation is enough.
// Remove Tanh.
// mend: Remove Tanh
public partial class Net;
