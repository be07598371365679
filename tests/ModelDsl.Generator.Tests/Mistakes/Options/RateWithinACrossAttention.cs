// Attention between two blocks drops, too.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Asking;

[Block, Dense(8), Tanh]
public class Asked;

[Model, Input(3, 5), CrossAttention<Asking, Asked>(2, Dropout = 1)]
//                                                              ^
// MDSL2005: CrossAttention: the dropout is 1, but it is a probability in [0, 1).
// Use 0.1.
// mend: Use 0.1
public partial class Net;
