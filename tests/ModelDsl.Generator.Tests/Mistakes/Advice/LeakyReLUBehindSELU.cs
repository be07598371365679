// The first of two activations stays.
using ModelDsl;

[Model, Input(4), Dense(8), SELU, LeakyReLU(0.1), Dense(1)]
//                                ^^^^^^^^^^^^^^
// MDSL4003: LeakyReLU stands behind SELU with no layer between: one activation is enough.
// Remove LeakyReLU.
// mend: Remove LeakyReLU
public partial class Net;
