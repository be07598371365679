using ModelDsl;

namespace Digits;

/// <summary>Recognises a handwritten digit in a picture of 28 by 28 grey values by three dense layers, to which neighbouring pixels are as strange as distant ones.</summary>
[Model]
[Input(28, 28, 1)]
[Flatten, Dropout(0.2)]
[Dense(256), ReLU, Dropout(0.2)]
[Dense(128), ReLU, Dropout(0.2)]
[Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class DigitPerceptron;
