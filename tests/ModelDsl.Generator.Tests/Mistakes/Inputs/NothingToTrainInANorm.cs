// A norm without scale and offset has no weights.
using ModelDsl;

[Model, Input(4)]
[BatchNorm(Scale = false, Offset = false)]
[MeanSquaredErrorLoss]
public partial class Net;
//                   ^^^
// MDSL2003: The model has a loss, but no layer with weights: there is nothing to train.
// Add one, such as [Dense(4)].
// mend: Insert [Dense(4)]
