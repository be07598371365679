// Sizes are written in attributes, not in type parameters.
using ModelDsl;

[Model, Input(4), Dense(1)]
public partial class Net<T>
//                   ^^^
// MDSL1003: Net is generic, but a model's sizes and element type are written in its attributes.
// Remove the type parameters.
// mend: Remove the type parameters
    where T : struct;
