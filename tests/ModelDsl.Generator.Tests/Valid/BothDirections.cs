// Layers that keep lengths, from a convolution to a pooling.
using ModelDsl;

[Block, LSTM(4)]
public class Running;

[Model, Input(6, 3, Lengths = true), Conv1D(4, 3, Padding = Padding.Same), ReLU, Bidirectional<Running>, LayerNorm, GlobalMaxPool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
