// Attention of one input to another.
using ModelDsl;

[Block, Input(3, 4), Dense(8)]
public class Asking;

[Block, TokenInput(9, Lengths = true), Embedding(7, 6)]
public class Asked;

[Model, CrossAttention<Asking, Asked>(4, Name = "look"), Dense(1), HuberLoss]
public partial class Net;
