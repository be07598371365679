// A table without rows.
using ModelDsl;

[Model, TokenInput(5), Embedding(0, 4)]
//                               ^
// MDSL2004: Embedding: 0 ids, but a table has 1 to 16777216 rows.
// Use the size of the vocabulary.
public partial class Net;
