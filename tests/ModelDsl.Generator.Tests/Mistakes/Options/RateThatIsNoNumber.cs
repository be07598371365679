// A constant that went wrong.
using ModelDsl;

[Model, Input(4), Dropout(double.NaN), Dense(3)]
//                        ^^^^^^^^^^
// MDSL2005: Dropout: the rate is NaN, but it is a probability in [0, 1).
// Use 0.5.
// mend: Use 0.5
public partial class Net;
