namespace ModelDsl.CompiledTests.Models;

[Block, Dense(Width.Same), Tanh]
public sealed partial class Unit;

[Block, Dense(4), Tanh]
public sealed partial class Left;

[Block, Dense(4), Sigmoid]
public sealed partial class Right;

[Block, Dense(4), GELU, LayerNorm]
public sealed partial class Upper;

[Block, Dense(4), SiLU, Dense(4)]
public sealed partial class Lower;

[Block, Dense(2), Tanh]
public sealed partial class Narrow;

/// <summary>How much each channel counts (squeeze and excitation, Hu et al. 2018).</summary>
[Block, GlobalAveragePool, Dense(Width.Half), ReLU, Dense(Width.Twice), Sigmoid]
public sealed partial class Attention;

[Block, Residual<Unit>, LayerNorm]
public sealed partial class Normed;

[Block, Dense(Width.Twice), GELU, Repeat<Normed>(2), Dense(Width.Half)]
public sealed partial class Deep;

[Block, Dense(Width.Same, Bias = false), BatchNorm, Tanh]
public sealed partial class NormUnit;

[Block, Dense(Width.Same), Tanh, Dropout(0.3)]
public sealed partial class DropUnit;

[Block, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm]
public sealed partial class Basic;

[Block, Residual<Basic>, ReLU]
public sealed partial class BasicUnit;

[Block, Conv2D(Width.Twice, 3, Stride = 2, PaddingSize = 1, Bias = false), BatchNorm, ReLU, Conv2D(Width.Same, 3, PaddingSize = 1, Bias = false), BatchNorm]
public sealed partial class Shrink;

[Block, Conv2D(Width.Twice, 1, Stride = 2, Bias = false)]
public sealed partial class Projection;

[Block, Input(3), Dense(4), Tanh, Dense(2)]
public sealed partial class UserTower;

[Block, Input(4), Dense(5), SiLU, Dense(2)]
public sealed partial class ItemTower;

[Block, Input(4, 4, 1), Conv2D(3, 3), ReLU, GlobalAveragePool]
public sealed partial class ImageTower;

[Block, Input(3), Dense(4), Tanh, Dense(2)]
public sealed partial class Twin;

[Block, Dense(3), Softmax, CrossEntropyLoss]
public sealed partial class KindHead;

[Block, Dense(2), MeanSquaredErrorLoss]
public sealed partial class PlaceHead;
