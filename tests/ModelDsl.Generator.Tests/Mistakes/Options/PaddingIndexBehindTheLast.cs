// Ids are counted from 0.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4, PaddingIndex = 7)]
//                                                    ^
// MDSL2007: Embedding: PaddingIndex is 7, but the ids are 0 to 6.
// Use one of them, or leave it out.
// mend: Use 6
public partial class Net;
