// Each pooling halves what the one before left.
using ModelDsl;

[Model, Input(4, 4, 1)]
[MaxPool2D(2), MaxPool2D(2), MaxPool2D(2)]
//                                     ^
// MDSL2009: MaxPool2D: its window of 2×2 does not fit into (1, 1, 1).
// Remove it: there is nothing left to pool.
// mend: Remove MaxPool2D
[Flatten, Dense(1)]
public partial class Net;
