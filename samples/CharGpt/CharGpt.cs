using ModelDsl;

namespace CharGpts;

/// <summary>What each character asks of itself and of those before it.</summary>
[Block, LayerNorm(Offset = false), MultiHeadAttention(4, Causal = true, Bias = false)]
public sealed class SelfAttention;

/// <summary>What is made of the answers, character by character.</summary>
[Block, LayerNorm(Offset = false), Dense(Width.FourTimes, Bias = false), GELU, Dense(128, Bias = false)]
public sealed class FeedForward;

/// <summary>One layer of the network.</summary>
[Block, Residual<SelfAttention>, Residual<FeedForward>]
public sealed class TransformerBlock;

/// <summary>Predicts the next character from the 64 before it: a decoder of the GPT kind, 4 layers of width 128, without biases, its head tied to the embedding.</summary>
[Model]
[TokenInput(Alphabet.Context), Embedding(Alphabet.Size, 128), PositionalEmbedding]
[Repeat<TransformerBlock>(4)]
[LayerNorm(Offset = false), TiedDense, Softmax]
[CrossEntropyLoss]
public sealed partial class CharGpt;
