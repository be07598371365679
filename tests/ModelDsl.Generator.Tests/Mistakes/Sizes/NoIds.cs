// An example of no ids.
using ModelDsl;

[Model, TokenInput(0), Embedding(7, 4)]
//                 ^
// MDSL2004: TokenInput: 0 ids, but an example has at least 1.
// Use the number of ids of the longest example.
// mend: Use 1
public partial class Net;
