// The batch is not among the axes.
using ModelDsl;

[Model, Input(4, 4, 3), Permute(0, 3, 1, 2), Flatten, Dense(1)]
//                              ^^^^^^^^^^
// MDSL2012: Permute: (0, 3, 1, 2) is no order of the 3 axes of its input (4, 4, 3).
// Write each number from 1 to 3 once, such as Permute(3, 1, 2).
// mend: Use 3, 1, 2
public partial class Net;
