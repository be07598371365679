// Heads of keys without a query.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(4, KeyHeads = 8)]
//                                                    ^
// MDSL2010: MultiHeadAttention: 8 heads of keys do not divide the 4 heads of queries.
// Use 1, 2 or 4.
// mend: Use 4
public partial class Net;
