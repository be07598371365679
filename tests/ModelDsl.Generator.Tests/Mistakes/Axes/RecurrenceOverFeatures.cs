// Features that are no steps.
using ModelDsl;

[Model, Input(8), RNN(4), Dense(1)]
//                ^^^^^^
// MDSL2008: RNN needs (length, channels), but its input is (8).
// Give the input that shape, such as by [Reshape(8, 1)].
// mend: Insert [Reshape(8, 1)]
public partial class Net;
