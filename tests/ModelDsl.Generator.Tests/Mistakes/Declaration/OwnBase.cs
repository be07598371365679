// A model derives from the class of the library.
using ModelDsl;

public class Base;

[Model, Input(4), Dense(1)]
public partial class Net : Base;
//                   ^^^
// MDSL1006: Net derives from Base, but a model derives from the library's Model<float>.
// Remove the base class.
// mend: Remove the base class
