// Dropout zeroes values, and id 0 is a word.
using ModelDsl;

[Model, TokenInput(5), Dropout(0.5), Embedding(7, 4), LastStep, Dense(1)]
//                     ^^^^^^^^^^^^
// MDSL2018: Dropout needs values, but its input (5) is ids, which have none before an Embedding.
// Move it behind the Embedding.
// mend: Move Dropout behind Embedding
public partial class Net;
