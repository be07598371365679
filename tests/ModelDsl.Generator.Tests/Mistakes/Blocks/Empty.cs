// A block without layers.
using ModelDsl;

[Block]
public class Nothing;

[Model, Input(4), Residual<Nothing>, Dense(1)]
//                ^^^^^^^^^^^^^^^^^
// MDSL2017: Nothing has no layers.
// Write some, or use Identity, the block that gives its input back.
public partial class Net;
