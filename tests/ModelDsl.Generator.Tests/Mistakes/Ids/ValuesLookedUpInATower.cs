// A tower whose input should be ids.
using ModelDsl;

[Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool]
public class Words;

[Block, Input(5), Embedding(7, 4), GlobalAveragePool]
public class Lost;

[Model, Dot<Words, Lost>, Sigmoid, BinaryCrossEntropyLoss]
//      ^^^^^^^^^^^^^^^^
// MDSL2018: Embedding looks up ids, but its input (5) is values.
// Start with [TokenInput(5)], or use Dense for values.
// It is in Lost.
// mend: Use TokenInput in Lost
public partial class Net;
