// The message names the tower.
using ModelDsl;

[Block, TokenInput(5, Lengths = true), Embedding(7, 4), BatchNorm, GlobalAveragePool]
public class Leaky;

[Block, TokenInput(5), Embedding(7, 4), GlobalAveragePool]
public class Tower;

[Model, Dot<Leaky, Tower>, Sigmoid, BinaryCrossEntropyLoss]
//      ^^^^^^^^^^^^^^^^^
// MDSL2020: BatchNorm mixes steps behind an example's length into those before it, and its input (5, 4) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// It is in Leaky.
// mend: Use LayerNorm in Leaky
public partial class Net;
