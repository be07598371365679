// The layers are read from [Model] on.
using ModelDsl;

[Input(4), Dense(1), Model]
//                   ^^^^^
// MDSL1010: [Model] stands after layers.
// Write it before them: the layers are read from there on.
// mend: Move Model to the front
public partial class Net;
