// Keys and values have heads of their own, fewer than the queries.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(4, KeyHeads = -1)]
//                                                    ^^
// MDSL2004: MultiHeadAttention: -1 heads of keys, but there is at least 1.
// Use 1, 2 or 4.
// mend: Use 1
public partial class Net;
