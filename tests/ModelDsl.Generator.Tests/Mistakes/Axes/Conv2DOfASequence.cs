// One axis of time, not two of space.
using ModelDsl;

[Model, Input(48, 3), Conv2D(8, 3), ReLU, LastStep, Dense(1)]
//                    ^^^^^^^^^^^^
// MDSL2008: Conv2D needs (height, width, channels), but its input is (48, 3).
// For sequences use Conv1D.
// mend: Use Conv1D
public partial class Net;
