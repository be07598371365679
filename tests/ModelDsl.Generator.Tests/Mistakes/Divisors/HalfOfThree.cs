// Half of an odd number of channels.
using ModelDsl;

[Model, Input(8, 8, 3), Conv2D(Width.Half, 3), ReLU]
//                             ^^^^^^^^^^
// MDSL2010: Conv2D: Width.Half of (8, 8, 3) is no whole number, for 3 is odd.
// Write the number of filters, or make the input's last axis even.
// mend: Use 2
public partial class Net;
