// Training keeps what the backward pass reads.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Budget(MaxActivationBytes = 10_000)]
//                           ^^^^^^
// MDSL2021: Budget: Net keeps 84.5 KiB of activations for the training step of an example, 74.8 KiB more than 9.8 KiB.
// The costliest layers: relu1 (84.5 KiB), softmax1 (40 B).
// Use smaller layers, or raise MaxActivationBytes.
[Conv2D(32, 3), ReLU, Flatten, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
