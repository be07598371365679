// Dense layers of an image in one row.
using ModelDsl;

[Model]
[Input(28, 28, 1)]
[Flatten, Dense(256), ReLU, Dense(128), ReLU]
[Dense(10), Softmax]
[CrossEntropyLoss]
public partial class Net;
