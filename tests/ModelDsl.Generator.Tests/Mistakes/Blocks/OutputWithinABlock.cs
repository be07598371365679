// Outputs end the model.
using ModelDsl;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Head;

[Block, Dense(4), Tanh, Output<Head>]
public class Inner;

[Model, Input(4), Residual<Inner>]
//                ^^^^^^^^^^^^^^^
// MDSL2016: Output stands in Inner, but the outputs of a model end the model itself.
// Move it there.
public partial class Net;
