// Convolutions along time.
using ModelDsl;

[Model, Input(48, 3), Conv1D(8, 5, Dilation = 2), ReLU, MaxPool1D(2), LayerNorm, SpatialDropout(0.1), Conv1D(Width.Half, 1), GlobalMaxPool, Dense(1)]
public partial class Net;
