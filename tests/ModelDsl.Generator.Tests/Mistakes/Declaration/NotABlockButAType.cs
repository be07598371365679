// A type of the system in a combinator.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Model, Input(4), Add<Four, string>]
//                ^^^^^^^^^^^^^^^^^
// MDSL1012: string is no block, so it cannot stand in a combinator.
// Use a class with [Block] and layers.
public partial class Net;
