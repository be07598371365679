// Blocks around which their input is led, and one where it is projected.
using ModelDsl;

[Block, Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm]
public class Basic;

[Block, Conv2D(Width.Twice, 3, Stride = 2, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm]
public class Shrink;

[Block, Conv2D(Width.Twice, 1, Stride = 2, Bias = false)]
public class Projection;

[Model, Input(32, 32, 3)]
[Conv2D(16, 3, Padding = Padding.Same, Bias = false), BatchNorm, ReLU]
[Residual<Basic>, ReLU, Add<Shrink, Projection>, ReLU]
[GlobalAveragePool, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
