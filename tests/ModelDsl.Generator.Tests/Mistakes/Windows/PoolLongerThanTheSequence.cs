// Four steps, and a pooling of five.
using ModelDsl;

[Model, Input(4, 1), MaxPool1D(5), Flatten, Dense(1)]
//                             ^
// MDSL2009: MaxPool1D: its window of 5 does not fit into (4, 1).
// Use at most 4, or Padding = Padding.Same.
// mend: Use 4
public partial class Net;
