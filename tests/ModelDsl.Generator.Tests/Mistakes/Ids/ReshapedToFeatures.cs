// An axis of features, as an embedding adds it.
using ModelDsl;

[Model, TokenInput(5), Reshape(5, 1), LSTM(4), LastStep, Dense(4)]
//                     ^^^^^^^^^^^^^
// MDSL2018: Reshape needs values, but its input (5) is ids, which have none before an Embedding.
// Replace it by an Embedding, such as [Embedding(1000, 64)], which adds the axis of features.
// mend: Replace Reshape by Embedding(1000, 64)
public partial class Net;
