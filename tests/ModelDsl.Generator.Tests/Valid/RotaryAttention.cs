// Fewer heads of keys than of queries, turned by their position.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(4, KeyHeads = 2, Causal = true, Rotary = true, Dropout = 0.1), LastStep, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
