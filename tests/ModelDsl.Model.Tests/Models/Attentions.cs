namespace ModelDsl.CompiledTests.Models;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true)]
public sealed partial class SelfAttention;

[Block, LayerNorm, Dense(12), GELU, Dense(6)]
public sealed partial class FeedForward;

[Block, Residual<SelfAttention>, Residual<FeedForward>]
public sealed partial class TransformerBlock;

[Model, Input(5, 6), MultiHeadAttention(2), Dense(2), MeanSquaredErrorLoss]
public sealed partial class AttentionModel;

[Model, Input(5, 6), MultiHeadAttention(3, Causal = true, Bias = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class CausalAttentionModel;

[Model, Input(5, 8), MultiHeadAttention(4, KeyHeads = 2, Causal = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GroupedAttentionModel;

[Model, Input(5, 8), MultiHeadAttention(2, KeyHeads = 1, LinearBias = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class BiasedAttentionModel;

[Model, Input(5, 8), MultiHeadAttention(2, Causal = true, Rotary = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RotaryAttentionModel;

[Model, Input(5, 8), MultiHeadAttention(2, Dropout = 0.3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class DropoutAttentionModel;

[Model, TokenInput(5), Embedding(7, 6), PositionalEmbedding, Repeat<TransformerBlock>(3), LayerNorm, Dense(7, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class GptModel;
