// A number for each channel times the channel.
using ModelDsl;

[Block, GlobalAveragePool, Dense(4), ReLU, Dense(8), Sigmoid]
public class Weights;

[Model, Input(12, 12, 3), Conv2D(8, 3), ReLU, Multiply<Identity, Weights>, GlobalAveragePool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
