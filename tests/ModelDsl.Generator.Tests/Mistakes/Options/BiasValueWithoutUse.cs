// A bias starts at 0 where nothing is said.
using ModelDsl;

[Model, Input(8, 8, 1), SeparableConv2D(4, 3, BiasValue = 0.5)]
//                                                        ^^^
// MDSL2007: SeparableConv2D: BiasValue is only used by Initializer.Constant and Normal, but BiasInitializer is Zeros.
// Add BiasInitializer = Initializer.Constant, or remove BiasValue.
// mend: Write BiasInitializer = Initializer.Constant
public partial class Net;
