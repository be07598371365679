// Single precision tells whole numbers up to 2²⁴ apart.
using ModelDsl;

[Model, TokenInput(5), Embedding(16777217, 4)]
//                               ^^^^^^^^
// MDSL2006: Embedding: 16777217 ids, but a table has 1 to 16777216 rows.
// Use the size of the vocabulary.
public partial class Net;
