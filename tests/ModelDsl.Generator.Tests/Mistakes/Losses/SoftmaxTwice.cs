// Probabilities made probabilities again.
using ModelDsl;

[Model, Input(4), Dense(3), Softmax, Softmax, CrossEntropyLoss]
//                                   ^^^^^^^
// MDSL3005: Softmax stands twice; the second makes all classes nearly equal.
// Remove one.
// mend: Remove Softmax
public partial class Net;
