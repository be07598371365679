// Attention without heads.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(0)]
//                                      ^
// MDSL2004: MultiHeadAttention: 0 heads, but there is at least 1.
// Use 1, 2, 4 or 8.
// mend: Use 1
public partial class Net;
