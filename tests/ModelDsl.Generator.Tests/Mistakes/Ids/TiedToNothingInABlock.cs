// A block that needs a table from outside.
using ModelDsl;

[Block, TiedDense]
public class Tied;

[Model, Input(5, 4), Residual<Tied>, Dense(1)]
//                   ^^^^^^^^^^^^^^
// MDSL2019: TiedDense multiplies by the table of an Embedding, but there is none before it.
// Use Dense, or start with [TokenInput(…), Embedding(…)].
// It is in Tied.
public partial class Net;
