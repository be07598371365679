// Each turn doubles the width, within a sum.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Block, Residual<Unit>, Tanh, Dense(Width.Twice)]
public class Growing;

[Model, Input(4), Residual<Growing>, Dense(1)]
//                ^^^^^^^^^^^^^^^^^
// MDSL2014: Residual<Growing>: Growing gives (8), but its input (4) is added to that.
// Let Growing end with a width of 4, or use Add<Growing, …> with a block that gives the input the same shape.
public partial class Net;
