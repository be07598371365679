// None is -1, and nothing below that is an id.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4, PaddingIndex = -2)]
//                                                    ^^
// MDSL2007: Embedding: PaddingIndex is -2, but the ids are 0 to 6.
// Use one of them, or leave it out.
// mend: Remove PaddingIndex
public partial class Net;
