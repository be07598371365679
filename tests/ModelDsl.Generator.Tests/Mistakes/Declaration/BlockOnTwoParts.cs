// The layers of a block on two parts have no order.
using ModelDsl;

[Block, Dense(4)]
public partial class Halved;

[Tanh]
public partial class Halved;

[Model, Input(4), Residual<Halved>]
//                ^^^^^^^^^^^^^^^^
// MDSL1005: Halved has layers on more than one part, so their order is not known.
// Write all of them on the part with [Block].
public partial class Net;
