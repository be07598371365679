// Training minimises one.
using ModelDsl;

[Model, Input(4), Dense(1), MeanSquaredErrorLoss, HuberLoss]
//                                                ^^^^^^^^^
// MDSL3002: HuberLoss is one loss too many: training minimises one.
// Remove one of the two.
// mend: Remove HuberLoss
public partial class Net;
