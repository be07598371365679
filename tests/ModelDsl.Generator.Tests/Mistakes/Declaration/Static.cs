// A model has parameters of its own, so it is an object.
using ModelDsl;

[Model, Input(4), Dense(1)]
public static partial class Net;
//                          ^^^
// MDSL1004: Net is static, but a model is an object with parameters.
// Remove static.
// mend: Remove static
