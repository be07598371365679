// What remains is no whole number.
using ModelDsl;

[Model, Input(16), Reshape(3, -1)]
//                         ^^^^^
// MDSL2011: Reshape: the 16 elements of its input (16) are no multiple of 3, so that no whole number is left for -1 in (3, -1).
// Use sizes whose product divides 16.
public partial class Net;
