// A block that is used twice is at fault once.
using ModelDsl;

[Block, Conv2D(4, 3, Groups = 3), ReLU]
public class Grouped;

[Model, Input(8, 8, 4), Add<Grouped, Grouped>, Flatten, Dense(1)]
//                      ^^^^^^^^^^^^^^^^^^^^^
// MDSL2010: Conv2D: 3 groups do not divide the 4 channels of its input (8, 8, 4).
// Use 1, 2 or 4.
// It is in Grouped.
// mend: Use 4 in Grouped
public partial class Net;
