// A kernel larger than the map that it slides over.
using ModelDsl;

[Model, Input(4, 4, 1)]
[Conv2D(8, 7), ReLU]
//         ^
// MDSL2009: Conv2D: its window of 7×7 does not fit into (4, 4, 1).
// Use at most 4, or Padding = Padding.Same.
// mend: Use 4
public partial class Net;
