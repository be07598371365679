// The message names the tower.
using ModelDsl;

[Block, TokenInput(5), Dense(4), GlobalAveragePool]
public class Words;

[Block, Input(4), Dense(4)]
public class Values;

[Model, Dot<Words, Values>, Sigmoid, BinaryCrossEntropyLoss]
//      ^^^^^^^^^^^^^^^^^^
// MDSL2018: Dense needs values, but its input (5) is ids, which have none before an Embedding.
// Insert an Embedding before it, such as [Embedding(1000, 64)].
// It is in Words.
// mend: Insert [Embedding(1000, 64)] in Words
public partial class Net;
