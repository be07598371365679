// A frame of less than nothing.
using ModelDsl;

[Model, Input(8, 1), Conv1D(4, 3, PaddingSize = -1)]
//                                              ^^
// MDSL2007: Conv1D: PaddingSize is -1, but padding is at least 0.
// Use 0, or a positive number.
// mend: Use 0
public partial class Net;
