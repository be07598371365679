// Logistic regression.
using ModelDsl;

[Model, Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class TumorClassifier;
