// Three steps are left, and a pooling takes four.
using ModelDsl;

[Model, Input(6, 1), Conv1D(8, 4), ReLU, AveragePool1D(4), Flatten, Dense(1)]
//                                                     ^
// MDSL2009: AveragePool1D: its window of 4 does not fit into (3, 8).
// Use at most 3, or Padding = Padding.Same.
// mend: Use 3
public partial class Net;
