// The batch is written, as in PyTorch.
using ModelDsl;

[Model, Input(-1, 28, 28, 1)]
//            ^^^^^^^^^^^^^
// MDSL2004: Input: (-1, 28, 28, 1) has an axis without elements.
// Each size is at least 1; the batch is never written.
// mend: Use 28, 28, 1
[Flatten, Dense(10), Softmax]
[CrossEntropyLoss]
public partial class Net;
