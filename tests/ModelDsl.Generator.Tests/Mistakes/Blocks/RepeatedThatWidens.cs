// The next turn gets what the one before gives.
using ModelDsl;

[Block, Dense(8), Tanh]
public class Eight;

[Model, Input(4), Repeat<Eight>(2), Dense(1)]
//                ^^^^^^^^^^^^^^^^
// MDSL2014: Repeat<Eight>: Eight turns (4) into (8), which the next turn does not get.
// A repeated block gives the shape that it gets: change Eight, or use it once.
public partial class Net;
