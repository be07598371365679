// A model that only its assembly sees.
using ModelDsl;

[Model, Input(28, 28, 1), Flatten, Dropout(0.5), Dense(10), Softmax, CrossEntropyLoss(LabelSmoothing = 0.1)]
internal partial class Net;
