// Anchor, positive and negative are rows.
using ModelDsl;

[Model, Input(4), Dense(6), TripletLoss]
//                          ^^^^^^^^^^^
// MDSL2008: TripletLoss needs (3, width), an anchor, a positive and a negative, but its input is (6).
// Give it that shape, such as by [Reshape(3, 2)].
// mend: Insert [Reshape(3, 2)]
public partial class Net;
