// The elements of an example are counted in 32 bits.
using ModelDsl;

[Model, Input(100000, 100000), Dense(1)]
//      ^^^^^^^^^^^^^^^^^^^^^
// MDSL2006: Input: (100000, 100000) is more than the 2147483647 elements that one example may have.
// Use smaller sizes.
public partial class Net;
