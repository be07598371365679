namespace ModelDsl.CompiledTests.Models;

[Block, LayerNorm, MultiHeadAttention(4, Causal = true, Dropout = 0.1)]
public sealed partial class WideAttention;

[Block, LayerNorm, Dense(Width.FourTimes), GELU, Dense(64), Dropout(0.1)]
public sealed partial class WideFeedForward;

[Block, Residual<WideAttention>, Residual<WideFeedForward>]
public sealed partial class WideBlock;

[Model, TokenInput(32, Lengths = true), Embedding(50, 64), Repeat<WideBlock>(2), LayerNorm, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class WideWriter;

[Block, LSTM(48)]
public sealed partial class WideEncoder;

[Model, TokenInput(32, Lengths = true), Embedding(50, 64), Bidirectional<WideEncoder>, GRU(64), Dense(50), Softmax, CrossEntropyLoss]
public sealed partial class WideRecurrence;
