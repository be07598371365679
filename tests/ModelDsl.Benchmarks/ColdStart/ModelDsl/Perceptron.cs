using ModelDsl;

namespace ColdStart;

/// <summary>The classic digit classifier, as the benchmark's own.</summary>
[Model, Input(784), Dense(256), ReLU, Dense(128), ReLU, Dense(10), Softmax, CrossEntropyLoss]
public sealed partial class Perceptron;
