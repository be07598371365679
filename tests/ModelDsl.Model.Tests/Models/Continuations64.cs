namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 8), PositionalEmbedding, Repeat<TiedBlock>(2), LayerNorm, TiedDense, Softmax, CrossEntropyLoss]
public sealed partial class TiedGenerator64;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 8), Residual<TurningAttention>, Residual<TurningAttention>, Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RotaryGenerator64;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 8), Residual<FadingAttention>, Tanh, Residual<FadingAttention>, Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class LinearBiasGenerator64;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 6), Repeat<GRUUnit>(2), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class RecurrentGenerator64;

[Model(Precision = Precision.Double), TokenInput(8), Embedding(11, 8), SinusoidalPositions, Residual<TiedAttention>, LSTM(7), RNN(5), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class MixedGenerator64;

/// <summary>The recurrent generator with room for a longer text.</summary>
[Model(Precision = Precision.Double), TokenInput(24), Embedding(11, 6), Repeat<GRUUnit>(2), Dense(11), Softmax, CrossEntropyLoss]
public sealed partial class LongRecurrentGenerator64;
