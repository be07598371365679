// The slope below 0 starts somewhere.
using ModelDsl;

[Model, Input(4), Dense(4), PReLU(InitialValue = double.NaN), Dense(1)]
//                                               ^^^^^^^^^^
// MDSL2007: PReLU: InitialValue is NaN, which is no number to compute with.
// Use a finite one, such as 0.25.
// mend: Use 0.25
public partial class Net;
