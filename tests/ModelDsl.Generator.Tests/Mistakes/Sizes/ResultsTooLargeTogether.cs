// Each layer alone would fit.
using ModelDsl;

[Model, Input(300_000_000)]
[Tanh, Dropout(0.5), Dense(1), MeanSquaredErrorLoss]
public partial class Net;
//                   ^^^
// MDSL2006: The layers' results for one example have 600,000,001 elements together, more than the 536,870,911 that are possible.
// Use smaller sizes.
