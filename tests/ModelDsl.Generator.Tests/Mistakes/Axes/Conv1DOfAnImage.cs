// Two axes of space, not one of time.
using ModelDsl;

[Model, Input(28, 28, 1), Conv1D(8, 3), ReLU, Flatten, Dense(1)]
//                        ^^^^^^^^^^^^
// MDSL2008: Conv1D needs (length, channels), but its input is (28, 28, 1).
// For images use Conv2D.
// mend: Use Conv2D
public partial class Net;
