// A convolution without padding gives a smaller image.
using ModelDsl;

[Block, Conv2D(Width.Same, 3, Bias = false), BatchNorm, ReLU]
public class Basic;

[Model, Input(28, 28, 8)]
[Residual<Basic>, GlobalAveragePool]
//^^^^^^^^^^^^^^
// MDSL2014: Residual<Basic>: Basic gives (26, 26, 8), but its input (28, 28, 8) is added to that.
// Write Padding = Padding.Same and no strides in Basic, or use Add<Basic, …> with a block that gives the input the same shape.
[Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
