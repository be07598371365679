// Only sequences are shorter than declared.
using ModelDsl;

[Model, Input(8, 8, 3, Lengths = true), Flatten, Dense(4)]
//                               ^^^^
// MDSL2008: Input: Lengths says how many steps of a sequence (length, features) count, but its shape is (8, 8, 3).
// Remove Lengths, or give it two sizes.
// mend: Remove Lengths
public partial class Net;
