// Dropout of whole channels.
using ModelDsl;

[Model, Input(12, 12, 3), Conv2D(8, 3), ReLU, SpatialDropout(0.2), Conv2D(8, 3), ReLU, GlobalAveragePool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
