// Rotary turns pairs of features.
using ModelDsl;

[Model, Input(6, 6), MultiHeadAttention(2, Rotary = true)]
//                                                  ^^^^
// MDSL2010: MultiHeadAttention: Rotary turns pairs of features, but a head of 6 / 2 has 3.
// Use 3 heads of 2, or remove Rotary.
// mend: Use MultiHeadAttention(3)
public partial class Net;
