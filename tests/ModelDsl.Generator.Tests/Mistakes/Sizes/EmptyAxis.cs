// An axis of a new shape without elements.
using ModelDsl;

[Model, Input(4, 4, 1), Reshape(16, 0), Dense(1)]
//                              ^^^^^
// MDSL2004: Reshape: (16, 0) has an axis without elements.
// Each size is at least 1, or -1 for what remains; the batch is never written.
// mend: Use 16, -1
public partial class Net;
