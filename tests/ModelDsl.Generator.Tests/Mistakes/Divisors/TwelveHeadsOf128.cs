// The width of one model with the heads of another.
using ModelDsl;

[Model, TokenInput(64), Embedding(65, 128), PositionalEmbedding]
[MultiHeadAttention(12, Causal = true)]
//                  ^^
// MDSL2010: MultiHeadAttention: 12 heads do not divide the width 128 of its input (64, 128).
// Use 1, 2, 4, 8, 16, 32, 64 or 128.
// mend: Use 16
[Dense(65), Softmax, CrossEntropyLoss]
public partial class Net;
