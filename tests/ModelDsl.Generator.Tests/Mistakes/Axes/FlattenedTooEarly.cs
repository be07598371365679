// Flatten takes the axes away that a pooling works on.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Conv2D(8, 3), ReLU, Flatten, MaxPool2D(2)]
//                            ^^^^^^^^^^^^
// MDSL2008: MaxPool2D needs (height, width, channels), but its input is (5408).
// Move [Flatten] behind it.
// mend: Move Flatten behind MaxPool2D
[Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
