// Sine and cosine come in pairs.
using ModelDsl;

[Model, TokenInput(5), Embedding(11, 7), SinusoidalPositions, LSTM(4)]
//                                       ^^^^^^^^^^^^^^^^^^^
// MDSL2010: SinusoidalPositions adds a sine and a cosine to each pair of features, but (5, 7) has 7.
// Make the width even, or use PositionalEmbedding, which learns what it adds.
// mend: Use PositionalEmbedding
public partial class Net;
