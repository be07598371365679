namespace ModelDsl.CompiledTests.Models;

/// <summary>The convolutional network of Keras's introduction.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(32, 3), ReLU, MaxPool2D(2)]
[Conv2D(64, 3), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.5), Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class DigitClassifier;

/// <summary>A smaller one, which learns in a second.</summary>
[Model, Input(28, 28, 1), Conv2D(8, 5, Stride = 2, Padding = Padding.Same), ReLU, Conv2D(16, 3), ReLU, MaxPool2D(2), Flatten, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class SmallDigitClassifier;
