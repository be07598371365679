// The device has room for a tenth of these.
using ModelDsl;

[Model, Input(784)]
[Budget(MaxParameters = 10_000)]
//                      ^^^^^^
// MDSL2021: Budget: Net has 101,770 parameters, 91,770 more than 10,000.
// The costliest layers: dense1 (100,480), dense2 (1,290).
// Use smaller layers, or raise MaxParameters.
[Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
