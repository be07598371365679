// An input that does not say how large it is.
using ModelDsl;

[Model, Input, Dense(1)]
//      ^^^^^
// MDSL2004: Input has no sizes, but every shape follows from them.
// Give the size of each axis, such as Input(28, 28, 1).
public partial class Net;
