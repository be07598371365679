// Only images are enlarged.
using ModelDsl;

[Model, Input(48, 3), Upsample2D(2), GlobalAveragePool, Dense(1)]
//                    ^^^^^^^^^^^^^
// MDSL2008: Upsample2D needs (height, width, channels), but its input is (48, 3).
// Give the input that shape, such as by [Reshape(48, 3, 1)].
// mend: Insert [Reshape(48, 3, 1)]
public partial class Net;
