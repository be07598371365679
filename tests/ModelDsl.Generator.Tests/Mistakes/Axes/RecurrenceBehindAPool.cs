// A layer of steps where only their mean is left.
using ModelDsl;

[Model, Input(48, 3), Conv1D(8, 3), ReLU, GlobalAveragePool, LSTM(8), Dense(1)]
//                                                           ^^^^^^^
// MDSL2008: LSTM needs (length, channels), but its input is (8).
// Move [GlobalAveragePool] behind it.
// mend: Move GlobalAveragePool behind LSTM
public partial class Net;
