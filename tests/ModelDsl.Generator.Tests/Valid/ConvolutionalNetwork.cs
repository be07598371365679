// Two layers of filters, each with a pooling, and a classifier.
using ModelDsl;

[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.5), Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class DigitClassifier;
