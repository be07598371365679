// A layer without units gives nothing.
using ModelDsl;

[Model, Input(4), Dense(0)]
//                      ^
// MDSL2004: Dense: 0 units, but a layer has at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
