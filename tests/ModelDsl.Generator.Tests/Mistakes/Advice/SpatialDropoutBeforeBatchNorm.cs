// An activation between them does not help.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Conv2D(8, 3), SpatialDropout(0.1), ReLU, BatchNorm]
//             ^^^^^^^^^^^^^^^^^^^
// MDSL4008: SpatialDropout before BatchNorm, which then learns a variance that predictions do not have.
// Move SpatialDropout behind BatchNorm.
// mend: Insert [SpatialDropout(0.1)] and remove SpatialDropout
[Flatten, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
