// A size written again in front of a layer.
using ModelDsl;

[Model]
[Input(4), Dense(8), ReLU]
[Input(8), Dense(1)]
//^^^^^^^
// MDSL2002: Input stands a second time; a model starts with its one input.
// Remove it: each layer takes its shape from the one before.
// mend: Remove Input
public partial class Net;
