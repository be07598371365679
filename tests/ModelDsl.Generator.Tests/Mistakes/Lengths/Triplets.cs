// All three rows of a triplet count.
using ModelDsl;

[Model, Input(3, 4, Lengths = true), Dense(6), TripletLoss]
//                                             ^^^^^^^^^^^
// MDSL2020: TripletLoss needs all three rows of (3, 6), but its input has lengths, behind which rows do not count.
// Remove Lengths.
// mend: Remove Lengths
public partial class Net;
