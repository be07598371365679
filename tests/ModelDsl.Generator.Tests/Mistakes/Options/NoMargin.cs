// How much nearer the positive has to be.
using ModelDsl;

[Model, Input(3, 4), Dense(6), TripletLoss(Margin = 0)]
//                                                  ^
// MDSL2007: TripletLoss: Margin is 0, but it has to be a number above 0.
// It is how much nearer the positive has to be: use one such as 1.
// mend: Use 1
public partial class Net;
