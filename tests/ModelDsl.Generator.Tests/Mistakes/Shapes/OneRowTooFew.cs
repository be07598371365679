// A new shape has as many elements.
using ModelDsl;

[Model, Input(784), Reshape(28, 27, 1), Conv2D(8, 3), ReLU]
//                          ^^^^^^^^^
// MDSL2011: Reshape: (28, 27, 1) has 756 elements, but its input (784) has 784.
// Write -1 for one of the sizes, as in Reshape(28, -1, 1), or make the products agree.
// mend: Use 28, -1, 1
public partial class Net;
