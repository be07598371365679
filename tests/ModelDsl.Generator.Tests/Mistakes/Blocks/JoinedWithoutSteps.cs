// Attention needs steps on both sides.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Asking;

[Block, Dense(8), Tanh]
public class Asked;

[Model, Input(4), CrossAttention<Asking, Asked>(2), Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2014: CrossAttention<Asking, Asked>: Asking gives (4), Asked gives (8).
// Both have to be sequences, (steps, features): change the blocks until they give some.
public partial class Net;
