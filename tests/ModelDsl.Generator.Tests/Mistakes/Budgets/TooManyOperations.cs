// A convolution reads each pixel often.
using ModelDsl;

[Model, Input(28, 28, 1)]
[Budget(MaxFlops = 100_000)]
//                 ^^^^^^^
// MDSL2021: Budget: Net takes 822,016 floating-point operations to predict an example, 722,016 more than 100,000.
// The costliest layers: dense1 (432,640), conv2D1 (389,376).
// Use smaller layers, or raise MaxFlops.
[Conv2D(32, 3), ReLU, Flatten, Dense(10), Softmax, CrossEntropyLoss]
public partial class Net;
