// A sign too much, in an argument with its name.
using ModelDsl;

[Model, Input(4), Dense(units: -3)]
//                             ^^
// MDSL2004: Dense: -3 units, but a layer has at least 1.
// Use a positive number.
// mend: Use 3
public partial class Net;
