// A product that does not fit 64 bits either.
using ModelDsl;

[Model, Input(65536, 65536, 65536, 65536), Dense(1)]
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2006: Input: (65536, 65536, 65536, 65536) is more than the 2147483647 elements that one example may have.
// Use smaller sizes.
public partial class Net;
