// The table of the embedding gives the logits, too.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true)]
public class Attention;

[Model, TokenInput(8), Embedding(11, 8), PositionalEmbedding, Residual<Attention>, LayerNorm, TiedDense, Softmax, CrossEntropyLoss]
public partial class Net;
