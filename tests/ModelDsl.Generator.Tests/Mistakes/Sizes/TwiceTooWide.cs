// A width that follows from the input, and does not fit.
using ModelDsl;

[Model, Input(int.MaxValue), Dense(Width.Twice)]
//                                 ^^^^^^^^^^^
// MDSL2006: Dense: Width.Twice of (2147483647) are 4294967294 units, more than the 2147483647 that are possible.
// Use smaller sizes.
public partial class Net;
