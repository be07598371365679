// A stride along time.
using ModelDsl;

[Model, Input(28, 1), Conv1D(8, 5, Stride = 4), ReLU]
//                                          ^
// MDSL4006: Conv1D: with a stride of 4 its window never reads the last 3 steps of (28, 1).
// Use Padding = Padding.Same, or say Padding = Padding.Valid if it is meant.
// mend: Write Padding = Padding.Same
public partial class Net;
