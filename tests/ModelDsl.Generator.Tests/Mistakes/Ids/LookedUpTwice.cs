// Features looked up again.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4), Embedding(7, 4), LastStep, Dense(1)]
//                                      ^^^^^^^^^^^^^^^
// MDSL2018: Embedding looks up ids, but its input (5, 4) is values.
// Remove it: the Embedding before it has given the ids their values.
// mend: Remove Embedding
public partial class Net;
