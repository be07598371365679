// How far below 0 an ELU goes, as a positive number.
using ModelDsl;

[Model, Input(4), Dense(4), ELU(-1), Dense(1)]
//                              ^^
// MDSL2007: ELU: alpha is -1, but it has to be a number above 0.
// It is how far below 0 the output may go: use one such as 1.
// mend: Use 1
public partial class Net;
