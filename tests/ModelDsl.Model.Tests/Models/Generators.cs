namespace ModelDsl.CompiledTests.Models;

[Block, LayerNorm(Offset = false), MultiHeadAttention(2, Causal = true, Bias = false)]
public sealed partial class WriterAttention;

[Block, RMSNorm, MultiHeadAttention(2, KeyHeads = 1, Causal = true, Rotary = true)]
public sealed partial class RotaryWriterAttention;

[Block, LayerNorm, MultiHeadAttention(2, Causal = true, LinearBias = true)]
public sealed partial class BiasedWriterAttention;

[Block, LayerNorm, Dense(Width.Twice), GELU, Dense(8)]
public sealed partial class WriterFeedForward;

[Block, Residual<WriterAttention>, Residual<WriterFeedForward>]
public sealed partial class WriterBlock;

[Block, Residual<RotaryWriterAttention>, Residual<WriterFeedForward>]
public sealed partial class RotaryWriterBlock;

[Block, Residual<BiasedWriterAttention>, Residual<WriterFeedForward>]
public sealed partial class BiasedWriterBlock;

[Block, GRU(8), Tanh]
public sealed partial class WriterUnit;

[Model, TokenInput(8), Embedding(11, 8), PositionalEmbedding, Repeat<WriterBlock>(3), LayerNorm, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class TiedWriter;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 8), SinusoidalPositions, Repeat<WriterBlock>(3), LayerNorm, Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class DoubleWriter;

[Model, TokenInput(8), Embedding(11, 8), Repeat<RotaryWriterBlock>(2), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RotaryWriter;

[Model, TokenInput(8), Embedding(11, 8), Repeat<BiasedWriterBlock>(2), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class BiasedWriter;

[Model, TokenInput(8), Embedding(11, 8), Repeat<WriterUnit>(2), LSTM(8), RNN(6), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RecurrentWriter;

[Model, Input(8, 3), LSTM(6), Dense(2), MeanSquaredErrorLoss]
public sealed partial class StreamForecast;

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
