// A stride moves each step.
using ModelDsl;

[Model, TokenInput(6, Lengths = true), Embedding(7, 4), Conv1D(4, 2, Stride = 2, Padding = Padding.Same), ReLU, LastStep, Dense(1)]
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2020: Conv1D mixes steps behind an example's length into those before it, and its input (6, 4) has lengths.
// Write Padding = Padding.Same and no Stride, so that the number of steps stays.
// mend: Write Padding = Padding.Same and remove Stride
public partial class Net;
