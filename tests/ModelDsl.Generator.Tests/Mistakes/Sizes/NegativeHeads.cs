// A number that is no number of heads.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(heads: -2)]
//                                             ^^
// MDSL2004: MultiHeadAttention: -2 heads, but there is at least 1.
// Use 1, 2, 4 or 8.
// mend: Use 2
public partial class Net;
