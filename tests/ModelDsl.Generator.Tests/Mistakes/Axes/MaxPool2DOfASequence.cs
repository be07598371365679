// A pooling along time.
using ModelDsl;

[Model, Input(48, 3), MaxPool2D(2), LastStep, Dense(1)]
//                    ^^^^^^^^^^^^
// MDSL2008: MaxPool2D needs (height, width, channels), but its input is (48, 3).
// For sequences use MaxPool1D.
// mend: Use MaxPool1D
public partial class Net;
