// The base of the angles.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(2, Rotary = true, RotaryBase = 0)]
//                                                                     ^
// MDSL2007: MultiHeadAttention: RotaryBase is 0, but it has to be a number above 0.
// It is the base of the angles: 10000 is usual.
// mend: Use 10000
public partial class Net;
