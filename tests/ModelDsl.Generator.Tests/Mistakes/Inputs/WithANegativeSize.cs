// A sign too much.
using ModelDsl;

[Model, Input(28, -28, 1), Flatten, Dense(1)]
//            ^^^^^^^^^^
// MDSL2004: Input: (28, -28, 1) has an axis without elements.
// Each size is at least 1; the batch is never written.
// mend: Use 28, 28, 1
public partial class Net;
