// An embedding of measurements.
using ModelDsl;

[Model, Input(5), Embedding(7, 4), LastStep, Dense(1)]
//                ^^^^^^^^^^^^^^^
// MDSL2018: Embedding looks up ids, but its input (5) is values.
// Start with [TokenInput(5)], or use Dense for values.
// mend: Use TokenInput
public partial class Net;
