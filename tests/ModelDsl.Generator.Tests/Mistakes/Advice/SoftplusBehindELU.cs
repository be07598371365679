// The first of two activations stays.
using ModelDsl;

[Model, Input(4), Dense(8), ELU, Softplus, Dense(1)]
//                               ^^^^^^^^
// MDSL4003: Softplus stands behind ELU with no layer between: one activation is enough.
// Remove Softplus.
// mend: Remove Softplus
public partial class Net;
