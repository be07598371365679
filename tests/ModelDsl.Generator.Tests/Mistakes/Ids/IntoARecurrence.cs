// A recurrent layer reads features of each step.
using ModelDsl;

[Model, TokenInput(5), LSTM(4), LastStep, Dense(1)]
//                     ^^^^^^^
// MDSL2018: LSTM needs values, but its input (5) is ids, which have none before an Embedding.
// Insert an Embedding before it, such as [Embedding(1000, 64)].
// mend: Insert [Embedding(1000, 64)]
public partial class Net;
