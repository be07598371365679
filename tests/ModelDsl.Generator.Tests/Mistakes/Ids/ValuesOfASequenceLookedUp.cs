// Several features of each step are no ids.
using ModelDsl;

[Model, Input(5, 2), Embedding(7, 4), Flatten, Dense(1)]
//                   ^^^^^^^^^^^^^^^
// MDSL2018: Embedding looks up ids, but its input (5, 2) is values.
// Start with [TokenInput(…)], or use Dense for values.
public partial class Net;
