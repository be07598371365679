// Images of two sizes fit along no axis.
using ModelDsl;

[Block, Conv2D(4, 5), ReLU]
public class Small;

[Block, Conv2D(8, 3), ReLU]
public class Large;

[Model, Input(8, 8, 1), Concatenate<Small, Large>, Flatten, Dense(1)]
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2014: Concatenate<Small, Large>: Small gives (4, 4, 4), Large gives (6, 6, 8).
// Blocks that are joined along axis 2 agree in all others: change them.
public partial class Net;
