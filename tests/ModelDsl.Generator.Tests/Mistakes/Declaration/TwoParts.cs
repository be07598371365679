// Layers on two parts have no order.
using ModelDsl;

[Model, Input(4)]
public partial class Net;
//                   ^^^
// MDSL1005: Net has layers on more than one part, so their order is not known.
// Write all of them on the part with [Model].

[Dense(1)]
public partial class Net;
