// Of the numbers below 0 only that of Dataset.Ignored is one.
using ModelDsl;

[Model, TokenInput(5), Embedding(7, 4), Dense(3), Softmax]
[CrossEntropyLoss(IgnoreIndex = -1)]
//                              ^^
// MDSL2007: CrossEntropyLoss: IgnoreIndex is -1, but the classes are 0 to 2.
// Use one of the classes, or -100, the value of Dataset.Ignored.
// mend: Use -100
public partial class Net;
