// A constant that went wrong.
using ModelDsl;

[Model, Input(4), Dense(1, BiasInitializer = Initializer.Constant, BiasValue = double.NaN)]
//                                                                             ^^^^^^^^^^
// MDSL2007: Dense: BiasValue is NaN, which is no number to compute with.
// Use a finite one, such as 0.1.
// mend: Use 0.1
public partial class Net;
