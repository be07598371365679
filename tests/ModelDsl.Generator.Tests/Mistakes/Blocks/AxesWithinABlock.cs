// A block for images behind features.
using ModelDsl;

[Block, Conv2D(4, 3), ReLU]
public class Wide;

[Model, Input(7), Repeat<Wide>(1), Dense(1)]
//                ^^^^^^^^^^^^^^^
// MDSL2008: Conv2D needs (height, width, channels), but its input is (7).
// Give the model an input of that shape, such as [Input(28, 28, 1)].
// It is in Wide.
public partial class Net;
