// Parameters are counted in 32 bits.
using ModelDsl;

[Model, Input(100000), Dense(100000)]
//                     ^^^^^^^^^^^^^
// MDSL2006: Dense: with it the model has 10000100000 parameters, more than the 2147483647 that one array holds.
// Use smaller sizes.
public partial class Net;
