// A recurrent layer without units.
using ModelDsl;

[Model, Input(6, 8), LSTM(0)]
//                        ^
// MDSL2004: LSTM: 0 units, but a layer has at least 1.
// Use a positive number.
// mend: Use 1
public partial class Net;
