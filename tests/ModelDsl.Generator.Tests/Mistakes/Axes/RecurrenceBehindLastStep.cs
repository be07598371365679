// A layer of steps where only the last step is left.
using ModelDsl;

[Model, Input(48, 3), LSTM(16), LastStep, GRU(8), Dense(1), HuberLoss]
//                                        ^^^^^^
// MDSL2008: GRU needs (length, channels), but its input is (16).
// Move [LastStep] behind it.
// mend: Move LastStep behind GRU
public partial class Net;
