// A frame that makes an axis longer than 32 bits can count.
using ModelDsl;

[Model, Input(4, 4, 1), Conv2D(8, 3, PaddingSize = int.MaxValue)]
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2006: Conv2D: an axis of 4294967296 elements is longer than the 2147483647 that are possible.
// Use smaller sizes.
public partial class Net;
