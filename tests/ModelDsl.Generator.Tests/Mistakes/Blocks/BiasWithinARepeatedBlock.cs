// A bias for each turn, none of which has an effect.
using ModelDsl;

[Block, Conv2D(Width.Same, 3, PaddingSize = 1), BatchNorm, ReLU]
public class Biased;

[Model, Input(8, 8, 4), Repeat<Biased>(2), Add<Biased, Identity>]
//                      ^^^^^^^^^^^^^^^^^
// MDSL4007: Conv2D adds a bias that BatchNorm subtracts again with the mean.
// Write Bias = false.
// It is in Biased.
// mend: Write Bias = false in Biased
public partial class Net;
