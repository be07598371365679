// Features are no steps, of which fewer could count.
using ModelDsl;

[Model, Input(8, Lengths = true), Dense(4)]
//                         ^^^^
// MDSL2008: Input: Lengths says how many steps of a sequence (length, features) count, but its shape is (8).
// Remove Lengths, or give it two sizes.
// mend: Remove Lengths
public partial class Net;
