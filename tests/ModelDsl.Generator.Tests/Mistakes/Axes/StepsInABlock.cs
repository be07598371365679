// Both directions of a sequence that is none.
using ModelDsl;

[Block, LSTM(4)]
public class Running;

[Model, Input(8), Bidirectional<Running>, Dense(1)]
//                ^^^^^^^^^^^^^^^^^^^^^^
// MDSL2008: Bidirectional needs (length, channels), but its input is (8).
// Give the input that shape, such as by [Reshape(8, 1)].
// mend: Insert [Reshape(8, 1)]
public partial class Net;
