// A sign too much.
using ModelDsl;

[Model, TokenInput(-5), Embedding(7, 4)]
//                 ^^
// MDSL2004: TokenInput: -5 ids, but an example has at least 1.
// Use the number of ids of the longest example.
// mend: Use 5
public partial class Net;
