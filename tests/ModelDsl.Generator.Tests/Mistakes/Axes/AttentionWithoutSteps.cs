// Attention compares the steps of a sequence.
using ModelDsl;

[Model, Input(8), MultiHeadAttention(2), Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: MultiHeadAttention needs (length, channels), but its input is (8).
// Give the model an input of that shape, such as [Input(48, 8)].
public partial class Net;
