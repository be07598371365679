namespace ModelDsl.CompiledTests.Models;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true)]
public sealed partial class TiedAttention;

[Block, LayerNorm, Dense(Width.Twice), GELU, Dense(Width.Half)]
public sealed partial class TiedFeedForward;

[Block, Residual<TiedAttention>, Residual<TiedFeedForward>]
public sealed partial class TiedBlock;

[Block, LayerNorm, MultiHeadAttention(4, KeyHeads = 1, Causal = true, Rotary = true)]
public sealed partial class TurningAttention;

[Block, LayerNorm, MultiHeadAttention(4, KeyHeads = 2, Causal = true, LinearBias = true)]
public sealed partial class FadingAttention;

[Block, GRU(6)]
public sealed partial class GRUUnit;

[Model, TokenInput(8), Embedding(11, 8), PositionalEmbedding, Repeat<TiedBlock>(2), LayerNorm, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class TiedGenerator;

[Model, TokenInput(8), Embedding(11, 8), Residual<TurningAttention>, Residual<TurningAttention>, Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RotaryGenerator;

[Model, TokenInput(8), Embedding(11, 8), Residual<FadingAttention>, Tanh, Residual<FadingAttention>, Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class LinearBiasGenerator;

[Model, TokenInput(8), Embedding(11, 6), Repeat<GRUUnit>(2), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RecurrentGenerator;

/// <summary>Attention and recurrence together, and positions that are not learned.</summary>
[Model, TokenInput(8), Embedding(11, 8), SinusoidalPositions, Residual<TiedAttention>, LSTM(7), RNN(5), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class MixedGenerator;
