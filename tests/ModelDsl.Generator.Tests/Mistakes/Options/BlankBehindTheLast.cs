// The blank is one of the classes.
using ModelDsl;

[Model, Input(8, 4)]
[GRU(8), Dense(6), Softmax]
[CTCLoss(2, Blank = 6)]
//                  ^
// MDSL2007: CTCLoss: Blank is 6, but the classes are 0 to 5.
// Use one of them, such as 5.
// mend: Use 5
public partial class Net;
