// Branches of a sum have one shape.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(4), Add<Four, Eight>, Dense(1)]
//                ^^^^^^^^^^^^^^^^
// MDSL2014: Add<Four, Eight>: Four gives (4), Eight gives (8).
// What is added has one shape: change the blocks until all give the same.
public partial class Net;
