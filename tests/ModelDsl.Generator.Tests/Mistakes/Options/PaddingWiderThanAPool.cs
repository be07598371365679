// A window within the frame has no element of the map.
using ModelDsl;

[Model, Input(8, 8, 1), MaxPool2D(2, PaddingSize = 2)]
//                                                 ^
// MDSL2007: MaxPool2D: a padding of 2 leaves windows of 2 without an element of the map.
// Use less than 2.
// mend: Use 1
public partial class Net;
