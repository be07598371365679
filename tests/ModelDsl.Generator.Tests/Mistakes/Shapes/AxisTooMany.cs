// Three numbers for two axes.
using ModelDsl;

[Model, Input(4, 3), Permute(2, 1, 3), Flatten, Dense(1)]
//                           ^^^^^^^
// MDSL2012: Permute: (2, 1, 3) is no order of the 2 axes of its input (4, 3).
// Write each number from 1 to 2 once, such as Permute(2, 1).
// mend: Use 2, 1
public partial class Net;
