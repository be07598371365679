// Five numbers are not three rows.
using ModelDsl;

[Model, Input(4), Dense(5), TripletLoss]
//                          ^^^^^^^^^^^
// MDSL2008: TripletLoss needs (3, width), an anchor, a positive and a negative, but its input is (5).
// Join a tower with itself, as in [Concatenate<Tower, Tower, Tower>(SharedWeights = true), Reshape(3, -1)].
public partial class Net;
