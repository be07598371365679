// A loss counts 0 or more.
using ModelDsl;

[Block, Dense(2), MeanSquaredErrorLoss]
public class Head;

[Model, Input(4), Dense(8), ReLU, Output<Head>(Weight = -1)]
//                                                      ^^
// MDSL2007: Output<Head>: Weight is -1, but a loss counts 0 or more.
// Use a number such as 1.
// mend: Use 1
public partial class Net;
