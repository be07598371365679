// Four steps, and a window of five.
using ModelDsl;

[Model, Input(4, 1), Conv1D(8, 5)]
//                             ^
// MDSL2009: Conv1D: its window of 5 does not fit into (4, 1).
// Use at most 4, or Padding = Padding.Same.
// mend: Use 4
public partial class Net;
