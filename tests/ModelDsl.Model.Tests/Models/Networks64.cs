namespace ModelDsl.CompiledTests.Models;

[Model(Precision = Precision.Double), Input(12), Dense(16), ReLU, Dense(8), ReLU, Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class MlpModel64;

[Model(Precision = Precision.Double), Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class LogisticModel64;

[Model(Precision = Precision.Double), Input(6), Dense(8), Tanh, Dense(4), Softmax, CrossEntropyLoss]
public sealed partial class OptimizerModel64;
