// A sign too much.
using ModelDsl;

[Model, Input(6, 8), GRU(-3), LastStep, Dense(1)]
//                       ^^
// MDSL2004: GRU: -3 units, but a layer has at least 1.
// Use a positive number.
// mend: Use 3
public partial class Net;
