// Identity gives the ids back that it gets.
using ModelDsl;

[Model, TokenInput(5), Identity, Dense(4)]
//                               ^^^^^^^^
// MDSL2018: Dense needs values, but its input (5) is ids, which have none before an Embedding.
// Insert an Embedding before it, such as [Embedding(1000, 64)].
// mend: Insert [Embedding(1000, 64)]
public partial class Net;
