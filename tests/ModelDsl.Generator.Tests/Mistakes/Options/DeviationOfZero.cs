// A table whose rows would all be alike.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4)]
[PositionalEmbedding(Initializer = Initializer.Normal, InitialValue = 0)]
//                                                                    ^
// MDSL2007: PositionalEmbedding: InitialValue is 0, but it has to be a number above 0.
// It is the deviation of Initializer = Initializer.Normal: use one such as 0.02.
// mend: Use 0.02
public partial class Net;
