// No number of heads makes pairs of 7 features.
using ModelDsl;

[Model, Input(6, 7), MultiHeadAttention(1, Rotary = true)]
//                                                  ^^^^
// MDSL2010: MultiHeadAttention: Rotary turns pairs of features, but a head of 7 / 1 has 7.
// Make the width 7 even, or remove Rotary.
// mend: Remove Rotary
public partial class Net;
