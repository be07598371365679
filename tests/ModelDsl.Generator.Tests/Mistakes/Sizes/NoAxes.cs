// A new shape without sizes.
using ModelDsl;

[Model, Input(4, 4, 1), Reshape]
//                      ^^^^^^^
// MDSL2004: Reshape has no sizes.
// Give the size of each axis, such as Reshape(28, 28, 1).
public partial class Net;
