using ModelDsl;

namespace Digits;

/// <summary>Recognises a handwritten digit in a picture of 28 by 28 grey values by two layers of small filters.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.5), Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class DigitClassifier;
