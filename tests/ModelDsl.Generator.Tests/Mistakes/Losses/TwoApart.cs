// The one that stands last is meant.
using ModelDsl;

[Model, Input(4), MeanAbsoluteErrorLoss, Dense(1), HuberLoss]
//                ^^^^^^^^^^^^^^^^^^^^^
// MDSL3002: MeanAbsoluteErrorLoss is one loss too many: training minimises one.
// Remove one of the two.
// mend: Remove MeanAbsoluteErrorLoss
public partial class Net;
