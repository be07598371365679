// An input within a block.
using ModelDsl;

[Block, Dense(4), Input(4), Tanh]
public class Late;

[Model, Input(4), Residual<Late>, Dense(1)]
//                ^^^^^^^^^^^^^^
// MDSL2016: Input stands within Late.
// Remove it: a layer gets the shape of what stands before it.
// mend: Remove Input in Late
public partial class Net;
