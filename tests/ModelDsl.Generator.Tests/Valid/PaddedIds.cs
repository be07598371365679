// An id that only fills, and a class that does not count.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true)]
public class Attention;

[Model, TokenInput(8), Embedding(11, 8, PaddingIndex = 0), Repeat<Attention>(2), Dense(11), Softmax, CrossEntropyLoss(IgnoreIndex = 0)]
public partial class Net;
