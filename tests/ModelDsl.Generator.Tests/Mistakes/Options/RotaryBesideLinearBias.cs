// Two ways to say where a key stands.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(2, Rotary = true, LinearBias = true)]
//                                                                     ^^^^
// MDSL2007: MultiHeadAttention: Rotary and LinearBias both say where a key stands.
// Use one of the two.
// mend: Remove LinearBias
public partial class Net;
