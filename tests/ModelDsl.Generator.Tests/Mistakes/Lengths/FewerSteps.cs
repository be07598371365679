// A window without padding moves each step.
using ModelDsl;

[Model, Input(6, 3, Lengths = true), Conv1D(4, 3), ReLU, LastStep, Dense(1)]
//                                   ^^^^^^^^^^^^
// MDSL2020: Conv1D mixes steps behind an example's length into those before it, and its input (6, 3) has lengths.
// Write Padding = Padding.Same and no Stride, so that the number of steps stays.
// mend: Write Padding = Padding.Same
public partial class Net;
