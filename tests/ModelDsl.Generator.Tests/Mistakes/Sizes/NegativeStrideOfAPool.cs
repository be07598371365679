// A pooling moves by its own size where nothing is said.
using ModelDsl;

[Model, Input(8, 8, 1), AveragePool2D(2, Stride = -2)]
//                                                ^^
// MDSL2004: AveragePool2D: Stride is -2, but its window moves by at least 1 along the height.
// Use a positive number.
// mend: Use 2
public partial class Net;
