namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(5, 6), MultiHeadAttention(2), Dense(2), MeanSquaredErrorLoss]
public sealed partial class AttentionModel64;

[Model(Precision = Precision.Double), Input(5, 6), MultiHeadAttention(3, Causal = true, Bias = false), Dense(2), MeanSquaredErrorLoss]
public sealed partial class CausalAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 8), MultiHeadAttention(4, KeyHeads = 2, Causal = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class GroupedAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 8), MultiHeadAttention(2, KeyHeads = 1, LinearBias = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class BiasedAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 8), MultiHeadAttention(2, Causal = true, Rotary = true), Dense(2), MeanSquaredErrorLoss]
public sealed partial class RotaryAttentionModel64;

[Model(Precision = Precision.Double), Input(5, 8), MultiHeadAttention(2, Dropout = 0.3), Dense(2), MeanSquaredErrorLoss]
public sealed partial class DropoutAttentionModel64;

[Model(Precision = Precision.Double), TokenInput(5), Embedding(7, 6), PositionalEmbedding, Repeat<TransformerBlock>(3), LayerNorm, Dense(7, Bias = false), Softmax, CrossEntropyLoss]
public sealed partial class GptModel64;
