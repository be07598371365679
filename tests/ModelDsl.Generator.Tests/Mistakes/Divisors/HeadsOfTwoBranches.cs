// The queries say how wide a cross attention is.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Asking;

[Block, Dense(8), Tanh]
public class Asked;

[Model, Input(3, 5), CrossAttention<Asking, Asked>(3)]
//                                                 ^
// MDSL2010: CrossAttention: 3 heads do not divide the width 4 of its input (3, 4).
// Use 1, 2 or 4.
// mend: Use 4
public partial class Net;
