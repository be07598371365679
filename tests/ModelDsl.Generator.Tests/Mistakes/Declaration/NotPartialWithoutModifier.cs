// A class without any modifier.
using ModelDsl;

[Model, Input(4), Dense(1)]
class Net;
//    ^^^
// MDSL1001: Net is not partial, so the compiler cannot add Fit and Predict to it.
// Make it partial.
// mend: Make it partial
