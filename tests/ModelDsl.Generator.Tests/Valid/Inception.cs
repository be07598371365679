// Windows of three sizes side by side.
using ModelDsl;

[Block, Conv2D(4, 1), ReLU]
public class One;

[Block, Conv2D(8, 3, Padding = Padding.Same), ReLU]
public class Three;

[Block, MaxPool2D(3, Stride = 1, Padding = Padding.Same), Conv2D(2, 1), ReLU]
public class Pooled;

[Model, Input(12, 12, 3), Concatenate<One, Three, Pooled>, GlobalAveragePool, Dense(1), MeanSquaredErrorLoss]
public partial class Net;
