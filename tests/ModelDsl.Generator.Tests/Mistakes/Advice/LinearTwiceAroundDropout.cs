// Dropout is no activation.
using ModelDsl;

[Model, Input(4), Dense(8), Dropout(0.5), Dense(1), MeanSquaredErrorLoss]
//                                        ^^^^^^^^
// MDSL4001: Dense follows Dense: without an activation between them the two are one linear layer.
// Insert one, such as [ReLU].
// mend: Insert [ReLU]
public partial class Net;
