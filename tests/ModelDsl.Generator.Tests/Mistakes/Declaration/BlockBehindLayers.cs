// The layers of a block are read from [Block] on.
using ModelDsl;

[Dense(4), Tanh, Block]
public class Late;

[Model, Input(4), Residual<Late>]
//                ^^^^^^^^^^^^^^
// MDSL1010: Late: [Block] stands after layers.
// Write it before them: the layers are read from there on.
public partial class Net;
