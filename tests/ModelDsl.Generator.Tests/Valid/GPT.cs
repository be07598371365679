// A decoder.
using ModelDsl;

[Block, LayerNorm, MultiHeadAttention(4, Causal = true)]
public class SelfAttention;

[Block, LayerNorm, Dense(512), GELU, Dense(128)]
public class FeedForward;

[Block, Residual<SelfAttention>, Residual<FeedForward>]
public class TransformerBlock;

[Model]
[TokenInput(64)]
[Embedding(65, 128), PositionalEmbedding]
[Repeat<TransformerBlock>(4)]
[LayerNorm, Dense(65, Bias = false), Softmax]
[CrossEntropyLoss]
public sealed partial class CharGpt;
