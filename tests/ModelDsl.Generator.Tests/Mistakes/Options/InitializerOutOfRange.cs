// A number that is no initialiser.
using ModelDsl;

[Model, Input(4), Dense(1, Initializer = (Initializer)99)]
//                                       ^^^^^^^^^^^^^^^
// MDSL2007: Dense: Initializer is 99, which is no member of Initializer.
// Use one, such as Initializer.GlorotUniform.
// mend: Use Initializer.GlorotUniform
public partial class Net;
