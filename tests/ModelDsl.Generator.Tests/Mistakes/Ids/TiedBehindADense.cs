// A projection of the wrong width.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4), LSTM(16), Dense(6)]
[TiedDense, Softmax, CrossEntropyLoss]
//^^^^^^^^
// MDSL2019: TiedDense multiplies by the table of the Embedding, whose rows have 4 features, but its input is (5, 6).
// Use Dense(4) before it, or make the Embedding as wide.
// mend: Use Dense(4)
public partial class Net;
