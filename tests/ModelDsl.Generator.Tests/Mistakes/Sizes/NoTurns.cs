// A block that is repeated not even once.
using ModelDsl;

[Block, Dense(Width.Same), Tanh]
public class Unit;

[Model, Input(4), Repeat<Unit>(0)]
//                             ^
// MDSL2004: Repeat<Unit>: 0 turns, but a block is repeated at least once.
// Use a positive number.
// mend: Use 1
public partial class Net;
