// The message names the blocks that lead to the layer.
using ModelDsl;

[Block, Conv2D(4, 9), ReLU]
public class Wide;

[Block, Add<Wide, Wide>, BatchNorm]
public class Outer;

[Model, Input(8, 8, 3), Repeat<Outer>(1), Flatten, Dense(1)]
//                      ^^^^^^^^^^^^^^^^
// MDSL2009: Conv2D: its window of 9×9 does not fit into (8, 8, 3).
// Use at most 8, or Padding = Padding.Same.
// It is in Outer › Wide.
// mend: Use 8 in Wide
public partial class Net;
