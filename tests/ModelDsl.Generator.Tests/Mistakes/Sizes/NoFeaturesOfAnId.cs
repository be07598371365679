// A table without columns.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, width: 0)]
//                                         ^
// MDSL2004: Embedding: 0 features for each id, but there is at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
