// Axes are counted from 0.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Model, Input(4), Concatenate<Four, Four>(Axis = 1)]
//                                               ^
// MDSL2007: Concatenate<Four, Four>: Axis is 1, but (4) has the axes 0 to 0.
// Use one of them, or -1 for the last.
// mend: Use -1
public partial class Net;
