// And an equal share of the filters.
using ModelDsl;

[Model, Input(8, 8, 6), Conv2D(8, 3, Groups = 3), ReLU]
//                                            ^
// MDSL2010: Conv2D: 3 groups do not divide its 8 filters.
// Use 1 or 2.
// mend: Use 2
public partial class Net;
