// The shape of another layer.
using ModelDsl;

[Model, Input(14, 14, 16), MaxPool2D(2), Reshape(7, 7, 32), Dense(1)]
//                                               ^^^^^^^^
// MDSL2011: Reshape: (7, 7, 32) has 1568 elements, but its input (7, 7, 16) has 784.
// Write -1 for one of the sizes, as in Reshape(7, 7, -1), or make the products agree.
// mend: Use 7, 7, -1
public partial class Net;
