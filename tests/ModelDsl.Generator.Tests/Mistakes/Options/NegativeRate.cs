// A sign too much.
using ModelDsl;

[Model, Input(4), Dropout(-0.5), Dense(3)]
//                        ^^^^
// MDSL2005: Dropout: the rate is -0.5, but it is a probability in [0, 1).
// Use 0.
// mend: Use 0
public partial class Net;
