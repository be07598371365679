// Attention drops weights of its softmax.
using ModelDsl;

[Model, Input(6, 8), MultiHeadAttention(2, Dropout = 1)]
//                                                   ^
// MDSL2005: MultiHeadAttention: the dropout is 1, but it is a probability in [0, 1).
// Use 0.1.
// mend: Use 0.1
public partial class Net;
