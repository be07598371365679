// An axis without elements.
using ModelDsl;

[Model, Input(28, 0, 1), Flatten, Dense(1)]
//            ^^^^^^^^
// MDSL2004: Input: (28, 0, 1) has an axis without elements.
// Each size is at least 1; the batch is never written.
public partial class Net;
