// A limit is positive.
using ModelDsl;

[Model, Input(784)]
[Budget(MaxParameters = -1)]
//                      ^^
// MDSL2004: Budget: MaxParameters is -1, but a limit is at least 1.
// Use a positive number, or remove it: what is not written has no limit.
[Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
