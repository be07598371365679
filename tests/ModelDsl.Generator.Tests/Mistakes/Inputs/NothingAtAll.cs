// A model without any layer.
using ModelDsl;

[Model]
public partial class Net;
//                   ^^^
// MDSL2001: The model does not say what it is given.
// Start with its input, such as [Input(784)].
