// One branch looks ids up, the other computes with them.
using ModelDsl;

[Block, Embedding(7, 4)]
public class Words;

[Block, Dense(4), Tanh]
public class Values;

[Model, TokenInput(5), Add<Words, Values>, LastStep, Dense(1)]
//                     ^^^^^^^^^^^^^^^^^^
// MDSL2018: Dense needs values, but its input (5) is ids, which have none before an Embedding.
// Insert an Embedding before it, such as [Embedding(1000, 64)].
// It is in Values.
// mend: Insert [Embedding(1000, 64)] in Values
public partial class Net;
