// What goes around a block is added to what comes out of it.
using ModelDsl;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(4), Residual<Eight>, Dense(1)]
//                ^^^^^^^^^^^^^^^
// MDSL2014: Residual<Eight>: Eight gives (8), but its input (4) is added to that.
// Let Eight end with a width of 4, or use Add<Eight, …> with a block that gives the input the same shape.
public partial class Net;
