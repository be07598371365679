// The other part of a model is in another file.
using ModelDsl;

[Model, Input(4), Dense(1)]
file partial class Net;
//                 ^^^
// MDSL1011: Net is visible in its file only, but the compiler writes its other part into another file.
// Remove file.
// mend: Remove file
