// Nothing would be left.
using ModelDsl;

[Model, Input(4), Dropout(1), Dense(3)]
//                        ^
// MDSL2005: Dropout: the rate is 1, but it is a probability in [0, 1).
// Use 0.5.
// mend: Use 0.5
public partial class Net;
