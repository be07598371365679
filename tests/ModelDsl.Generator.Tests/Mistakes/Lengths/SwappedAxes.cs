// Steps become features.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), Permute(2, 1), Flatten, Dense(1)]
//                                   ^^^^^^^^^^^^^
// MDSL2020: Permute mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Remove Lengths, or use layers that work at each step by itself.
// mend: Remove Lengths
public partial class Net;
