// The first of two activations stays.
using ModelDsl;

[Model, Input(4), Dense(8), GELU, SiLU, Dense(1)]
//                                ^^^^
// MDSL4003: SiLU stands behind GELU with no layer between: one activation is enough.
// Remove SiLU.
// mend: Remove SiLU
public partial class Net;
