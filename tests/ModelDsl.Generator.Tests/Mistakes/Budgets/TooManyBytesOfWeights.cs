// Four bytes for each.
using ModelDsl;

[Model, Input(784)]
[Budget(MaxWeightBytes = 100_000)]
//                       ^^^^^^^
// MDSL2021: Budget: Net has 397.5 KiB of weights, 299.9 KiB more than 97.7 KiB.
// The costliest layers: dense1 (392.5 KiB), dense2 (5 KiB).
// Use smaller layers, or raise MaxWeightBytes.
[Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
