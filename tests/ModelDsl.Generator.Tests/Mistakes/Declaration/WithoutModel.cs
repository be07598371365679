// Layers on a class that says neither [Model] nor [Block].
using ModelDsl;

[Input(4), Dense(1)]
//^^^^^^^
// MDSL1008: Net has layers but no [Model], so nothing is made of them.
// Write [Model] before them, or [Block] for layers that a combinator uses.
// mend: Insert [Model]
public partial class Net;
