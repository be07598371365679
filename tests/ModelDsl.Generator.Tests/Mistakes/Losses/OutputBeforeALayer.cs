// Outputs are what a model ends with.
using ModelDsl;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Head;

[Model, Input(4), Output<Head>, Dense(4), ReLU]
//                ^^^^^^^^^^^^
// MDSL3001: Output stands before Dense.
// Move it to the end: outputs are what the model ends with.
// mend: Move Output<Head> to the end
public partial class Net;
