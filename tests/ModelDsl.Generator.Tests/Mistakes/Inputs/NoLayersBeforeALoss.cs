// Nothing between input and loss.
using ModelDsl;

[Model, Input(4), MeanSquaredErrorLoss]
public partial class Net;
//                   ^^^
// MDSL2003: The model has no layers: nothing turns its input into a prediction.
// Add one, such as [Dense(1)].
// mend: Insert [Dense(1)]
