// Keras and PyTorch write shares, not percent.
using ModelDsl;

[Model, Input(4), Dropout(25), Dense(3)]
//                        ^^
// MDSL2005: Dropout: the rate is 25, but it is a probability in [0, 1).
// Use 0.25.
// mend: Use 0.25
public partial class Net;
