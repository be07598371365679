// A vocabulary that fits, times a width that does not.
using ModelDsl;

[Model, TokenInput(5), Embedding(16777216, 4096)]
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^
// MDSL2006: Embedding: with it the model has 68719476736 parameters, more than the 2147483647 that one array holds.
// Use smaller sizes.
public partial class Net;
