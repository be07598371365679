// An axis that is longer than 32 bits can count.
using ModelDsl;

[Model, Input(4, 4, 1), ZeroPadding2D(int.MaxValue)]
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2006: ZeroPadding2D: an axis of 4294967298 elements is longer than the 2147483647 that are possible.
// Use smaller sizes.
public partial class Net;
