using ModelDsl;

namespace QualityInspection;

/// <summary>Two convolutions that keep the size, to be added to what they get (He et al. 2015, "Deep residual learning for image recognition").</summary>
[Block]
[Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm, ReLU]
[Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm]
public partial class Basic;

/// <summary>Two convolutions that halve height and width and double the channels.</summary>
[Block]
[Conv2D(Width.Twice, 3, Stride = 2, Padding = Padding.Same, Bias = false), BatchNorm, ReLU]
[Conv2D(Width.Same, 3, Padding = Padding.Same, Bias = false), BatchNorm]
public partial class Narrowing;

/// <summary>The way past those: the mean of four pixels, in twice the channels.</summary>
[Block, AveragePool2D(2), Conv2D(Width.Twice, 1, Bias = false), BatchNorm]
public partial class Shortcut;

/// <summary>
/// Tells what is wrong with a part, from a picture of 64 by 64 pixels in colour. A fault is small and may be anywhere, so the largest answer of each filter
/// counts, not the mean, in which a scratch would drown.
/// </summary>
[Model]
[Input(64, 64, 3)]
[Conv2D(16, 3, Padding = Padding.Same, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Residual<Basic>, ReLU]
[Add<Narrowing, Shortcut>, ReLU]
[Residual<Basic>, ReLU]
[Add<Narrowing, Shortcut>, ReLU]
[Residual<Basic>, ReLU]
[GlobalMaxPool, Dense(4), Softmax]
[CrossEntropyLoss]
public sealed partial class SurfaceInspector;
