// Keys that count less the further away they are.
using ModelDsl;

[Model, Input(6, 8), Dense(8), TimeReverse, MultiHeadAttention(8, KeyHeads = 1, LinearBias = true), GlobalAveragePool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
