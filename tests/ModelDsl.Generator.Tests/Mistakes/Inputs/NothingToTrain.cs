// Layers, but none with weights.
using ModelDsl;

[Model, Input(4), Dropout(0.5), MeanSquaredErrorLoss]
public partial class Net;
//                   ^^^
// MDSL2003: The model has a loss, but no layer with weights: there is nothing to train.
// Add one, such as [Dense(4)].
// mend: Insert [Dense(4)]
