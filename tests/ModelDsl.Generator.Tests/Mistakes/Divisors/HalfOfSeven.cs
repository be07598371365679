// Half of an odd number of features.
using ModelDsl;

[Model, Input(6, 7), RNN(Width.Half), LastStep, Dense(1)]
//                       ^^^^^^^^^^
// MDSL2010: RNN: Width.Half of (6, 7) is no whole number, for 7 is odd.
// Write the number of units, or make the input's last axis even.
// mend: Use 4
public partial class Net;
