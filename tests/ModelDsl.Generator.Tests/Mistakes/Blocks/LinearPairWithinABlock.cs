// Advice is given about blocks too.
using ModelDsl;

[Block, Tanh, Dense(4), Dense(4)]
public class Linear;

[Model, Input(4), Residual<Linear>, Dense(1)]
//                ^^^^^^^^^^^^^^^^
// MDSL4001: Dense follows Dense: without an activation between them the two are one linear layer.
// Insert one, such as [ReLU].
// It is in Linear.
// mend: Insert [ReLU] in Linear
public partial class Net;
