// A block that mixes steps.
using ModelDsl;

[Block, BatchNorm, ReLU]
public class Leaking;

[Model, Input(6, 3, Lengths = true), Repeat<Leaking>(2), LSTM(4), LastStep, Dense(1)]
//                                   ^^^^^^^^^^^^^^^^^^
// MDSL2020: BatchNorm mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Use LayerNorm, whose mean and variance are those of each step.
// It is in Leaking.
// mend: Use LayerNorm in Leaking
public partial class Net;
