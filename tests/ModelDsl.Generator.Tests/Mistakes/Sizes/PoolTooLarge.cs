// The place of a maximum is kept in two bytes.
using ModelDsl;

[Model, Input(300, 300, 1), MaxPool2D(300), Flatten, Dense(1)]
//                          ^^^^^^^^^^^^^^
// MDSL2006: MaxPool2D: a window of 90000 elements has more than the 65536 places that are told apart.
// Use a smaller window, or several poolings one after the other.
public partial class Net;
