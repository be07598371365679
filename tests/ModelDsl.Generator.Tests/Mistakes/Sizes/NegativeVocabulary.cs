// A sign too much.
using ModelDsl;

[Model, TokenInput(5), Embedding(-7, 4)]
//                               ^^
// MDSL2004: Embedding: -7 ids, but a table has 1 to 16777216 rows.
// Use the size of the vocabulary.
// mend: Use 7
public partial class Net;
