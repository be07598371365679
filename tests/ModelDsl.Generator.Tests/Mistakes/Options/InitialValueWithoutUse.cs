// A value that no initialiser reads.
using ModelDsl;

[Model, Input(4), Dense(1, InitialValue = 0.5)]
//                                        ^^^
// MDSL2007: Dense: InitialValue is only used by Initializer.Constant and Normal, but Initializer is GlorotUniform.
// Add Initializer = Initializer.Constant, or remove InitialValue.
// mend: Write Initializer = Initializer.Constant
public partial class Net;
