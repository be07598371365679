// The pixels of an image attend to each other.
using ModelDsl;

[Model, Input(4, 4, 8), MultiHeadAttention(2), GlobalAveragePool, Dense(1)]
//                      ^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: MultiHeadAttention needs (length, channels), but its input is (4, 4, 8).
// Give the input that shape, such as by [Reshape(16, 8)].
// mend: Insert [Reshape(16, 8)]
public partial class Net;
