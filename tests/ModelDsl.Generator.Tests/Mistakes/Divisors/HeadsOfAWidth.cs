// Each head takes an equal share of the width.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(3)]
//                                      ^
// MDSL2010: MultiHeadAttention: 3 heads do not divide the width 8 of its input (6, 8).
// Use 1, 2, 4 or 8.
// mend: Use 4
public partial class Net;
