// A pooling of pixels.
using ModelDsl;

[Model, Input(28, 28, 1), AveragePool1D(2), Flatten, Dense(1)]
//                        ^^^^^^^^^^^^^^^^
// MDSL2008: AveragePool1D needs (length, channels), but its input is (28, 28, 1).
// For images use AveragePool2D.
// mend: Use AveragePool2D
public partial class Net;
