// The slope below 0 is a constant.
using ModelDsl;

[Model, Input(4), Dense(4), LeakyReLU(double.NaN), Dense(1)]
//                                    ^^^^^^^^^^
// MDSL2007: LeakyReLU: slope is NaN, which is no number to compute with.
// Use a finite one, such as 0.01.
// mend: Use 0.01
public partial class Net;
