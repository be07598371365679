// The first of two activations stays.
using ModelDsl;

[Model, Input(4), Dense(8), Mish, HardSwish, Dense(1)]
//                                ^^^^^^^^^
// MDSL4003: HardSwish stands behind Mish with no layer between: one activation is enough.
// Remove HardSwish.
// mend: Remove HardSwish
public partial class Net;
