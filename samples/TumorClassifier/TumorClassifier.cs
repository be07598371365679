using ModelDsl;

namespace Tumors;

/// <summary>Logistic regression: the probability that a tumour is malignant, from nine measures of its cells.</summary>
[Model, Input(9), Dense(1), Sigmoid, BinaryCrossEntropyLoss]
public sealed partial class TumorClassifier;
