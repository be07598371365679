// A row less at each side.
using ModelDsl;

[Model, Input(8, 8, 1), ZeroPadding2D(-1)]
//                                    ^^
// MDSL2007: ZeroPadding2D: -1 rows or columns cannot be added.
// Use 0, or a positive number.
// mend: Use 1
public partial class Net;
