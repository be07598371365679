// At least one feature for each head.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(16)]
//                                      ^^
// MDSL2010: MultiHeadAttention: 16 heads do not divide the width 8 of its input (6, 8).
// Use 1, 2, 4 or 8.
// mend: Use 8
public partial class Net;
