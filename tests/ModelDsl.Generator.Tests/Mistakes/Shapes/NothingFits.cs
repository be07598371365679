// No size makes the product right.
using ModelDsl;

[Model, Input(16), Reshape(5, 5)]
//                         ^^^^
// MDSL2011: Reshape: (5, 5) has 25 elements, but its input (16) has 16.
// Make the products agree.
public partial class Net;
