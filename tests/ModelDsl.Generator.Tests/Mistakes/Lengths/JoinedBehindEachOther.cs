// Steps of two sequences, one behind the other, have no length in common.
using ModelDsl;

[Block, Dense(4), Tanh]
public class Four;

[Model, Input(6, 3, Lengths = true), Concatenate<Four, Four>(Axis = 0), GlobalAveragePool, Dense(1)]
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2020: Concatenate<Four, Four> turns (6, 3), whose steps have lengths, into (12, 4), where they cannot be told from others.
// Join along the last axis, or reduce the steps within the blocks.
// mend: Remove Axis
public partial class Net;
