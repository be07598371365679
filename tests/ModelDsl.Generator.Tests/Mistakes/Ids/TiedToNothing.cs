// A tied layer shares the table of an embedding.
using ModelDsl;

[Model, Input(6, 4), TiedDense, Softmax, CrossEntropyLoss]
//                   ^^^^^^^^^
// MDSL2019: TiedDense multiplies by the table of an Embedding, but there is none before it.
// Use Dense, or start with [TokenInput(…), Embedding(…)].
public partial class Net;
