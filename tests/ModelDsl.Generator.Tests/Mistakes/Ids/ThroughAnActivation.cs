// An activation bends values.
using ModelDsl;

[Model, TokenInput(5), Softplus, Dense(4)]
//                     ^^^^^^^^
// MDSL2018: Softplus needs values, but its input (5) is ids, which have none before an Embedding.
// Insert an Embedding before it, such as [Embedding(1000, 64)].
// mend: Insert [Embedding(1000, 64)]
public partial class Net;
