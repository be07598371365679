// The same, of a whole image.
using ModelDsl;

[Model, Input(300, 300, 1), GlobalMaxPool, Dense(1)]
//                          ^^^^^^^^^^^^^
// MDSL2006: GlobalMaxPool: (300, 300, 1) has 90000 pixels, more than the 65536 that are told apart.
// Make it smaller first, such as by [MaxPool2D(2)].
// mend: Insert [MaxPool2D(2)]
public partial class Net;
